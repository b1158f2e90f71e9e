import { useEffect, useMemo, useRef } from 'react';
import { useSnapshot } from '../store';
import { drawDisplay } from './draw-display';
import { loadScriptsOf } from './font/scripts/load-scripts';
import { LcdCanvas } from './lcd-canvas';
import { LcdMirror } from './mirror';
import { type Shown, wordsOf } from './shown';

/** The display: pixels for the eye, and over them the same text for everybody else. */
export function Lcd() {
  const shown = useShown();
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

function useShown(): Shown | null {
  const display = useSnapshot((snapshot) => snapshot.display, null);
  const lineButtons = useSnapshot((snapshot) => snapshot.lineButtons, null);
  const missedCalls = useSnapshot((snapshot) => snapshot.missedCalls, 0);
  return useMemo(
    () => (display && lineButtons ? { display, lineButtons, missedCalls } : null),
    [display, lineButtons, missedCalls],
  );
}
