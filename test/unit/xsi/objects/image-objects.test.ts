import { describe, expect, test } from 'vitest';
import { PANE, unpack } from '../../../../src-main/xsi/objects/image-objects';
import { parseXsiObject } from '../../../../src-main/xsi/objects/parse';

const image = (
  fields: Readonly<Record<string, string | number>> = {},
  kind = 'CiscoIPPhoneImage',
  more = '',
): string => {
  const all = { LocationX: -1, LocationY: -1, Width: 4, Height: 2, Depth: 2, Data: '2DE4', ...fields };
  const written = Object.entries(all).map(([name, value]) => `<${name}>${value}</${name}>`);
  return `<${kind}><Title>Weather</Title><Prompt>Tomorrow</Prompt>${written.join('')}${more}</${kind}>`;
};

describe('CIP data', () => {
  test.each([
    ["the example of Cisco's notes: pixels 1, 3, 2, 0", '2D', 2, 4, '1320'],
    ['two bytes, rows not padded', '2de4', 2, 8, '13200123'],
    ['the last byte only partly used', '2D03', 2, 5, '13203'],
    ['one bit a pixel, of which 1 is black', 'B2', 1, 8, '03003303'],
    ['a byte more than is needed', '2DFF', 2, 4, '1320'],
  ] as const)('%s', (_name, data, depth, pixels, greys) => {
    expect(unpack(data, depth, pixels)).toBe(greys);
  });

  test.each([
    ['half a byte', '2', 2, 2, '00'],
    ['too few pixels', '2D', 2, 6, '132000'],
    ['nothing', '', 1, 3, '000'],
  ] as const)('is padded with white: %s', (_name, data, depth, pixels, greys) => {
    expect(unpack(data, depth, pixels)).toBe(greys);
  });

  test('is refused with what is not hexadecimal', () => {
    expect(unpack('2G', 2, 4)).toBeNull();
  });
});

describe('an image', () => {
  test('is read with its picture in the middle, or where it is placed', () => {
    const picture = { left: null, top: null, width: 4, height: 2, greys: '13200123' };
    const screen = { title: 'Weather', prompt: 'Tomorrow', softkeys: [] };
    expect(parseXsiObject(image())).toEqual({ kind: 'CiscoIPPhoneImage', ...screen, picture });
    expect(parseXsiObject(image({ LocationX: 0, LocationY: 64, Data: '2D\n  E4' }))).toEqual({
      kind: 'CiscoIPPhoneImage',
      ...screen,
      picture: { ...picture, left: 0, top: 64 },
    });
  });

  test('may fill the pane', () => {
    const data = 'FF'.repeat(2162);
    const { picture } = parseXsiObject(image({ Width: 133, Height: 65, Data: data })) as { picture: { greys: string } };
    expect(picture.greys).toBe('3'.repeat(PANE.width * PANE.height));
  });

  test.each([
    ['wider than the pane', image({ Width: 134 }), 'Width and Height'],
    ['higher than the pane', image({ Height: 66 }), 'Width and Height'],
    ['of no width', image({ Width: '' }), 'Width and Height'],
    ['outside of the pane', image({ LocationX: 133 }), 'LocationX'],
    ['above the pane', image({ LocationY: -2 }), 'LocationY'],
    ['of colours', image({ Depth: 12 }), 'Depth'],
    ['of what is no data', image({ Data: 'http' }), 'no picture'],
    ['of more data than fits', image({ Data: '00'.repeat(2163) }), 'more than 2162 bytes'],
  ])('is refused that is %s', (_name, xml, cause) => {
    expect(parseXsiObject(xml)).toEqual({
      kind: 'CiscoIPPhoneError',
      number: 1,
      cause: expect.stringContaining(cause),
    });
  });
});

describe('a graphic menu', () => {
  const items = (count: number): string =>
    '<MenuItem><Name>Rain</Name><URL>http://127.0.0.1/rain</URL></MenuItem>'.repeat(count);

  test('has a picture, and what the keypad chooses', () => {
    expect(parseXsiObject(image({}, 'CiscoIPPhoneGraphicMenu', items(1)))).toMatchObject({
      kind: 'CiscoIPPhoneGraphicMenu',
      picture: { greys: '13200123' },
      items: [{ name: 'Rain', url: 'http://127.0.0.1/rain' }],
    });
  });

  test('has at most as many items as the keypad has keys', () => {
    expect(parseXsiObject(image({}, 'CiscoIPPhoneGraphicMenu', items(12)))).toMatchObject({ title: 'Weather' });
    const chosen: Record<string, unknown> = { ...parseXsiObject(image({}, 'CiscoIPPhoneGraphicMenu', items(13))) };
    expect(chosen.items).toEqual(Array(12).fill({ name: 'Rain', url: 'http://127.0.0.1/rain' }));
  });
});
