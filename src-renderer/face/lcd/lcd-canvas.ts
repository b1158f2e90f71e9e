import { changedRegion } from './changed-region';
import { type Contrast, inksAt, USUAL_CONTRAST } from './ink';
import { LCD } from './layout';
import { paintCanvas } from './paint-canvas';
import { PixelGrid } from './pixel-grid';
import { sizeOnScreen } from './size-on-screen';

/** Keeps a canvas painted: again only where pixels are others than before, or when the canvas' size on the screen is. */
export class LcdCanvas {
  #grid = new PixelGrid(LCD.width, LCD.height);
  #contrast: Contrast = USUAL_CONTRAST;
  readonly #sizes: ResizeObserver;
  readonly #places: ResizeObserver;

  readonly #canvas: HTMLCanvasElement;

  /** @param glass what the canvas lies on, and may fill but for its margin */
  constructor(canvas: HTMLCanvasElement, glass: HTMLElement) {
    this.#canvas = canvas;
    this.#places = new ResizeObserver(([entry]) => {
      if (entry) this.#place(entry.contentRect.width);
    });
    this.#places.observe(glass);
    this.#sizes = new ResizeObserver(([entry]) => {
      const size = entry?.devicePixelContentBoxSize?.[0];
      if (size) this.#resize(size.inlineSize, size.blockSize);
    });
    // Device pixels, not CSS pixels: only then is the text as sharp as the screen is.
    this.#sizes.observe(canvas, { box: 'device-pixel-content-box' });
  }

  show(grid: PixelGrid, contrast: Contrast): void {
    const before = this.#grid;
    const sameInk = contrast === this.#contrast;
    const region = changedRegion(before, grid);
    this.#grid = grid;
    this.#contrast = contrast;
    if (!sameInk) paintCanvas(this.#canvas, grid, inksAt(contrast));
    else if (region) paintCanvas(this.#canvas, grid, inksAt(contrast), region);
  }

  dispose(): void {
    this.#sizes.disconnect();
    this.#places.disconnect();
  }

  #place(glassWidth: number): void {
    const width = sizeOnScreen(glassWidth, devicePixelRatio);
    this.#canvas.style.width = `${width}px`;
    this.#canvas.style.height = `${(width * LCD.height) / LCD.width}px`;
  }

  #resize(width: number, height: number): void {
    if (this.#canvas.width === width && this.#canvas.height === height) return;
    this.#canvas.width = width;
    this.#canvas.height = height;
    paintCanvas(this.#canvas, this.#grid, inksAt(this.#contrast));
  }
}
