import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { PhoneSnapshot } from '../../../src-main/contract/phone-snapshot.ts';
import { drawDisplay } from '../../../src-renderer/face/lcd/draw-display.ts';
import { LCD } from '../../../src-renderer/face/lcd/layout.ts';
import { type OpenFace, ServedFace } from './served-face.ts';

const RENEW = process.env.UPDATE_GOLDEN === '1';
const GLASS = '#adbaba';
/** Black ink is nearly opaque, whatever shadow falls on it; grey ink with a shadow is not. */
const INK = 200;

/** The display of the running face, compared with the pictures in a folder; UPDATE_GOLDEN=1 takes them anew. */
export class GoldenDisplay {
  #version = 1;

  readonly #served: ServedFace;
  readonly #folder: string;

  private constructor(
    served: ServedFace,
    readonly face: OpenFace,
    folder: string,
  ) {
    this.#served = served;
    this.#folder = folder;
  }

  /** @param name of the folder of pictures, beside this file */
  static async start(name: string): Promise<GoldenDisplay> {
    const folder = resolve(import.meta.dirname, name);
    if (RENEW) await rm(folder, { recursive: true, force: true });
    const served = await ServedFace.start();
    return new GoldenDisplay(served, await served.open(null), folder);
  }

  stop(): Promise<void> {
    return this.#served.stop();
  }

  /** Shows each snapshot, and says which of them do not look like the picture of their name, and which pictures are one too many. */
  async differences(under: string, pictures: ReadonlyMap<string, PhoneSnapshot>): Promise<readonly string[]> {
    const folder = join(this.#folder, under);
    if (RENEW) await mkdir(folder, { recursive: true });
    const differences: string[] = [];
    for (const [name, snapshot] of pictures) {
      const file = join(folder, `${name}.png`);
      const painted = await this.paint(snapshot);
      if (RENEW) await writeFile(file, painted, 'base64');
      const golden = existsSync(file) ? await readFile(file, 'base64') : '';
      if (golden === painted) continue;
      const pixels =
        golden === '' ? 'there is no picture' : `${await this.#pixelsThatDiffer(golden, painted)} pixels differ`;
      differences.push(`${name}: ${pixels}`);
    }
    const files = (await readdir(folder)).filter((file) => file.endsWith('.png'));
    const left = files.filter((file) => !pictures.has(file.replace(/\.png$/, '')));
    return [...differences, ...left.map((file) => `${file} is a picture of nothing`)];
  }

  /** Shows a snapshot on the face and answers its display as a PNG in base64, one pixel each, on the colour of the glass. */
  async paint(snapshot: PhoneSnapshot): Promise<string> {
    this.#version += 1;
    await this.face.show({ ...snapshot, version: this.#version });
    const picture = await this.face.page.waitForFunction(
      ({ black, size, glass, ink }) => {
        const canvas = document.querySelector('canvas');
        const flat = document.createElement('canvas');
        flat.width = size.width;
        flat.height = size.height;
        const context = flat.getContext('2d', { willReadFrequently: true });
        if (!canvas || !context) return null;
        context.imageSmoothingEnabled = false;
        context.drawImage(canvas, 0, 0, size.width, size.height);
        const { data } = context.getImageData(0, 0, size.width, size.height);
        const isPainted = [...black].every((sign, index) => (sign === '#') === (data[index * 4 + 3] ?? 0) > ink);
        if (!isPainted) return null;
        context.globalCompositeOperation = 'destination-over';
        context.fillStyle = glass;
        context.fillRect(0, 0, size.width, size.height);
        return flat.toDataURL('image/png').replace(/^[^,]*,/, '');
      },
      { black: blackPixelsOf(snapshot), size: LCD, glass: GLASS, ink: INK },
      { timeout: 5000 },
    );
    return (await picture.jsonValue()) ?? '';
  }

  /** Two files can be of the same pixels: browsers pack them differently. */
  #pixelsThatDiffer(one: string, other: string): Promise<number> {
    return this.face.page.evaluate(
      async (files) => {
        const [left, right] = await Promise.all(
          files.map(async (file) => {
            const image = new Image();
            image.src = `data:image/png;base64,${file}`;
            await image.decode();
            const canvas = document.createElement('canvas');
            canvas.width = image.width;
            canvas.height = image.height;
            const context = canvas.getContext('2d');
            context?.drawImage(image, 0, 0);
            return new Uint32Array(context?.getImageData(0, 0, image.width, image.height).data.buffer ?? []);
          }),
        );
        if (!left || left.length !== right?.length) return Number.POSITIVE_INFINITY;
        return left.filter((pixel, index) => pixel !== right[index]).length;
      },
      [one, other],
    );
  }
}

/** The black pixels of the display, as the drawing says: the face may have to load a script before it paints them. */
const blackPixelsOf = (snapshot: PhoneSnapshot): string =>
  Array.from(drawDisplay(snapshot).pixels, (grey) => (grey === 3 ? '#' : '.')).join('');
