/** A picture in the four greys of the display, a byte for each pixel, row by row: 0 is the bare display, 3 is black. */
export interface GreyPicture {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/**
 * As a 7960 answers /CGI/Screenshot: "CIP packing (first pixel = low two bits)", four pixels a byte in hexadecimal, rows continuous.
 */
export function cipDocument({ width, height, pixels }: GreyPicture): string {
  const bytes = Buffer.alloc(Math.ceil(pixels.length / 4));
  for (const [at, grey] of pixels.entries()) bytes[at >> 2] = (bytes[at >> 2] ?? 0) | (grey << ((at % 4) * 2));
  const fields = { LocationX: 0, LocationY: 0, Width: width, Height: height, Depth: 2 };
  const elements = Object.entries(fields).map(([name, value]) => `<${name}>${value}</${name}>`);
  const data = bytes.toString('hex').toUpperCase();
  return `<?xml version="1.0" encoding="iso-8859-1"?>\r\n<CiscoIPPhoneImage>${elements.join('')}<Data>${data}</Data></CiscoIPPhoneImage>\r\n`;
}
