import { LCD } from './layout';
import { paintCanvas } from './paint-canvas';
import { PixelGrid } from './pixel-grid';

/** Keeps a canvas painted: again only when the pixels or the canvas' size on the screen are others than before. */
export class LcdCanvas {
  #grid = new PixelGrid(LCD.width, LCD.height);
  readonly #observer: ResizeObserver;

  constructor(private readonly canvas: HTMLCanvasElement) {
    this.#observer = new ResizeObserver(([entry]) => {
      const size = entry?.devicePixelContentBoxSize?.[0];
      if (size) this.#resize(size.inlineSize, size.blockSize);
    });
    // Device pixels, not CSS pixels: only then is the text as sharp as the screen is.
    this.#observer.observe(canvas, { box: 'device-pixel-content-box' });
  }

  show(grid: PixelGrid): void {
    if (samePixels(this.#grid, grid)) return;
    this.#grid = grid;
    paintCanvas(this.canvas, grid);
  }

  dispose(): void {
    this.#observer.disconnect();
  }

  #resize(width: number, height: number): void {
    if (this.canvas.width === width && this.canvas.height === height) return;
    this.canvas.width = width;
    this.canvas.height = height;
    paintCanvas(this.canvas, this.#grid);
  }
}

function samePixels(one: PixelGrid, other: PixelGrid): boolean {
  return one.pixels.every((grey, index) => grey === other.pixels[index]);
}
