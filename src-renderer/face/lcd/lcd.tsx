import { useEffect, useMemo, useRef } from 'react';
import { useSnapshot } from '../store';
import { drawDisplay } from './draw-display';
import { loadScriptsOf } from './font/scripts/load-scripts';
import { USUAL_CONTRAST } from './ink';
import { LcdCanvas } from './lcd-canvas';
import { LcdMirror } from './mirror';
import { type Shown, wordsOf } from './shown';

/** The display: pixels for the eye, and over them the same text for everybody else. */
export function Lcd() {
  const shown = useShown();
  const contrast = useSnapshot(({ appearance }) => appearance.contrast, USUAL_CONTRAST);
  const element = useRef<HTMLCanvasElement>(null);
  const painter = useRef<LcdCanvas>(null);

  useEffect(() => {
    const canvas = element.current;
    if (!canvas?.parentElement) return;
    const created = new LcdCanvas(canvas, canvas.parentElement);
    painter.current = created;
    return () => created.dispose();
  }, []);

  useEffect(() => {
    const draw = () => painter.current?.show(drawDisplay(shown), contrast);
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
  }, [shown, contrast]);

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
