import { useEffect, useRef } from 'react';
import { drawDisplay, type Shown } from './draw-display';
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

  useEffect(() => painter.current?.show(drawDisplay(shown)), [shown]);

  return (
    <div className={shown === null ? 'lcd lcd-dim' : 'lcd'}>
      <canvas ref={element} className="lcd-pixels" />
      <LcdMirror shown={shown} />
    </div>
  );
}
