import { type Region, wholeOf } from './changed-region';
import type { Inks } from './ink';
import type { PixelGrid } from './pixel-grid';

/** How far the shadow of a pixel falls, in pixels of the display. */
const SHADOW = { right: 0.25, down: 0.45 };
/** A pixel's shadow, and the softness of its edge, reach into the next pixel. */
const REACH = 1;

/**
 * Fills a region of the canvas with the grid, whatever the canvas' own size. Between whole multiples each pixel is first made
 * bigger than needed and then smoothed down, so that every stroke keeps the same weight and only its edge is soft.
 */
export function paintCanvas(
  canvas: HTMLCanvasElement,
  grid: PixelGrid,
  { ink, shadow }: Inks,
  region: Region = wholeOf(grid),
): void {
  const context = canvas.getContext('2d');
  if (!context) return;
  const { width, height } = canvas;
  const multiple = Math.max(1, Math.ceil(width / grid.width));
  const exact = width === grid.width * multiple && height === grid.height * multiple;
  const layer = (colours: readonly number[]): HTMLCanvasElement =>
    exact ? inkOf(grid, colours) : enlarge(inkOf(grid, colours), multiple);
  const pixel = width / grid.width;
  context.save();
  clipTo(context, region, pixel);
  context.clearRect(0, 0, width, height);
  context.imageSmoothingEnabled = !exact;
  context.imageSmoothingQuality = 'high';
  context.drawImage(layer(shadow), SHADOW.right * pixel, SHADOW.down * pixel, width, height);
  context.drawImage(layer(ink), 0, 0, width, height);
  context.restore();
}

/** On whole pixels of the screen, so that the edge of the region is not to be seen. */
function clipTo(context: CanvasRenderingContext2D, region: Region, pixel: number): void {
  const left = Math.floor((region.left - REACH) * pixel);
  const top = Math.floor((region.top - REACH) * pixel);
  const right = Math.ceil((region.left + region.width + REACH) * pixel);
  const bottom = Math.ceil((region.top + region.height + REACH) * pixel);
  context.beginPath();
  context.rect(left, top, right - left, bottom - top);
  context.clip();
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
