import { useEffect, useRef } from 'react';
import { drawDisplay, type Shown, wordsOf } from './draw-display';
import { loadScriptsOf } from './font/scripts/load-scripts';
import { LcdCanvas } from './lcd-canvas';
import { LcdMirror } from './mirror';

/** The display: pixels for the eye, and over them the same text for everybody else. */
export function Lcd({ shown }: { readonly shown: Shown | null }) {
  const element = useRef<HTMLCanvasElement>(null);
  const painter = useRef<LcdCanvas>(null);

  useEffect(() => {
    if (!element.current) return;
    const created = new LcdCanvas(element.current);
    painter.current = created;
    return () => created.dispose();
  }, []);

  useEffect(() => {
    const draw = () => painter.current?.show(drawDisplay(shown));
    const loading = shown && loadScriptsOf(wordsOf(shown));
    if (!loading) return draw();
    let overtaken = false;
    const drawUnlessOvertaken = () => {
      if (!overtaken) draw();
    };
    // A script that cannot be loaded has boxes for letters; all else is as it should be.
    loading.then(drawUnlessOvertaken, drawUnlessOvertaken);
    return () => {
      overtaken = true;
    };
  }, [shown]);

  return (
    <div className={shown === null ? 'lcd lcd-dim' : 'lcd'}>
      <canvas ref={element} className="lcd-pixels" />
      <LcdMirror shown={shown} />
    </div>
  );
}
