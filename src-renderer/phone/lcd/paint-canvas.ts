import type { PixelGrid } from './pixel-grid';

/** How much ink each level of grey is. The colour is the same: the display is one colour on a lit ground. */
const INK = [0, 58, 150, 235].map((alpha) => packed(24, 32, 26, alpha));
/** The ink floats over its reflector, which is why each pixel has a faint shadow below it: so much to the right and down, in pixels. */
const SHADOW = { colour: [0, 1, 2, 3].map((grey) => packed(40, 52, 36, grey * 18)), right: 0.25, down: 0.45 };

/** A pixel of ImageData, as this machine orders its bytes. */
function packed(red: number, green: number, blue: number, alpha: number): number {
  return new Uint32Array(new Uint8ClampedArray([red, green, blue, alpha]).buffer)[0] ?? 0;
}

/**
 * Fills the canvas with the grid, whatever the canvas' own size. Between whole multiples each pixel is first made
 * bigger than needed and then smoothed down, so that every stroke keeps the same weight and only its edge is soft.
 */
export function paintCanvas(canvas: HTMLCanvasElement, grid: PixelGrid): void {
  const context = canvas.getContext('2d');
  if (!context) return;
  const { width, height } = canvas;
  const multiple = Math.max(1, Math.ceil(width / grid.width));
  const exact = width === grid.width * multiple && height === grid.height * multiple;
  const layer = (colours: readonly number[]): HTMLCanvasElement =>
    exact ? inkOf(grid, colours) : enlarge(inkOf(grid, colours), multiple);
  const pixel = width / grid.width;
  context.clearRect(0, 0, width, height);
  context.imageSmoothingEnabled = !exact;
  context.imageSmoothingQuality = 'high';
  context.drawImage(layer(SHADOW.colour), SHADOW.right * pixel, SHADOW.down * pixel, width, height);
  context.drawImage(layer(INK), 0, 0, width, height);
}

function inkOf(grid: PixelGrid, colours: readonly number[]): HTMLCanvasElement {
  const canvas = canvasOf(grid.width, grid.height);
  const image = new ImageData(grid.width, grid.height);
  const pixels = new Uint32Array(image.data.buffer);
  for (let index = 0; index < pixels.length; index += 1) pixels[index] = colours[grid.pixels[index] ?? 0] ?? 0;
  canvas.getContext('2d')?.putImageData(image, 0, 0);
  return canvas;
}

function enlarge(source: HTMLCanvasElement, multiple: number): HTMLCanvasElement {
  const canvas = canvasOf(source.width * multiple, source.height * multiple);
  const context = canvas.getContext('2d');
  if (context) {
    context.imageSmoothingEnabled = false;
    context.drawImage(source, 0, 0, canvas.width, canvas.height);
  }
  return canvas;
}

function canvasOf(width: number, height: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  return canvas;
}
