import type { PixelGrid } from './pixel-grid';

/** How much ink each level of grey is. The colour is the same: the display is one colour on a lit ground. */
const INK = [0, 58, 150, 235] as const;
const INK_COLOUR = [24, 32, 26] as const;

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
  const source = exact ? inkOf(grid) : enlarge(inkOf(grid), multiple);
  context.clearRect(0, 0, width, height);
  context.imageSmoothingEnabled = !exact;
  context.imageSmoothingQuality = 'high';
  context.drawImage(source, 0, 0, width, height);
}

function inkOf(grid: PixelGrid): HTMLCanvasElement {
  const canvas = canvasOf(grid.width, grid.height);
  const image = new ImageData(grid.width, grid.height);
  for (const [index, grey] of grid.pixels.entries()) {
    image.data.set([...INK_COLOUR, INK[grey] ?? 0], index * 4);
  }
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
