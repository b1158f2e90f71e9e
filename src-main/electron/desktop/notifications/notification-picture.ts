import { nativeImage } from 'electron';
import type { NotificationPicture } from './freedesktop-notifications';

const OPAQUE = 255;

/** Our icon, of a file that may be in an archive which nobody else can read. The app must be ready. */
export function notificationPicture(file: string): NotificationPicture {
  const image = nativeImage.createFromPath(file);
  const { width, height } = image.getSize();
  const bitmap = image.toBitmap();
  const pixels = new Uint8Array(bitmap.length);
  for (let at = 0; at < bitmap.length; at += 4) {
    const [blue = 0, green = 0, red = 0, opacity = 0] = bitmap.subarray(at, at + 4);
    // Chromium keeps its colours multiplied by their opacity.
    const plain = (colour: number): number => Math.round((colour * OPAQUE) / Math.max(1, opacity));
    pixels.set([plain(red), plain(green), plain(blue), opacity], at);
  }
  return { width, height, pixels };
}
