import { describe, expect, test } from 'vitest';
import { parseXsiObject } from '../../../../src-main/xsi/objects/parse';

const EXIT = '<SoftKeyItem><Position>3</Position><URL>SoftKey:Exit</URL><Name>Exit</Name></SoftKeyItem>';

const icons = (fields: Readonly<Record<string, string | number>>, times = 1): string => {
  const all = { Index: 0, Width: 16, Height: 10, Depth: 2, Data: '00'.repeat(40), ...fields };
  const written = Object.entries(all).map(([name, value]) => `<${name}>${value}</${name}>`);
  const icon = `<IconItem>${written.join('')}</IconItem>`;
  return `<CiscoIPPhoneIconMenu><Title>Icons</Title>${icon.repeat(times)}</CiscoIPPhoneIconMenu>`;
};

describe('an object to choose from or to write into', () => {
  test.each([
    [
      'a menu, its fields in any order',
      `<CiscoIPPhoneMenu><MenuItem><URL>soup.xml</URL><Name>Soup</Name></MenuItem>${EXIT}<Prompt>Choose</Prompt><Title>Canteen</Title></CiscoIPPhoneMenu>`,
      {
        kind: 'CiscoIPPhoneMenu',
        title: 'Canteen',
        prompt: 'Choose',
        items: [{ name: 'Soup', url: 'soup.xml' }],
        softkeys: [{ name: 'Exit', url: 'SoftKey:Exit', position: 3 }],
      },
    ],
    [
      'an icon menu, of which two items have the same icon and one has none',
      `<CiscoIPPhoneIconMenu><Title>Messages</Title>
       <MenuItem><IconIndex>3</IconIndex><Name>Bob</Name><URL>1</URL></MenuItem>
       <MenuItem><Name>Carol</Name><URL>2</URL><IconIndex>3</IconIndex></MenuItem>
       <MenuItem><IconIndex>4</IconIndex><Name>Dave</Name><URL>3</URL></MenuItem>
       <IconItem><Index>3</Index><Height>2</Height><Width>4</Width><Depth>1</Depth><Data>2D</Data></IconItem>
       </CiscoIPPhoneIconMenu>`,
      {
        kind: 'CiscoIPPhoneIconMenu',
        title: 'Messages',
        prompt: '',
        softkeys: [],
        items: [
          { name: 'Bob', url: '1', icon: { width: 4, height: 2, greys: '30330300' } },
          { name: 'Carol', url: '2', icon: { width: 4, height: 2, greys: '30330300' } },
          { name: 'Dave', url: '3', icon: null },
        ],
      },
    ],
    [
      'a directory',
      '<CiscoIPPhoneDirectory><DirectoryEntry><Name>Bob</Name><Telephone>1002</Telephone></DirectoryEntry></CiscoIPPhoneDirectory>',
      {
        kind: 'CiscoIPPhoneDirectory',
        title: '',
        prompt: '',
        entries: [{ name: 'Bob', telephone: '1002' }],
        softkeys: [],
      },
    ],
    [
      'a form',
      '<CiscoIPPhoneInput><URL>http://127.0.0.1/find</URL><InputItem><InputFlags>NP</InputFlags><DisplayName>PIN</DisplayName><QueryStringParam>pin</QueryStringParam></InputItem></CiscoIPPhoneInput>',
      {
        kind: 'CiscoIPPhoneInput',
        title: '',
        prompt: '',
        url: 'http://127.0.0.1/find',
        items: [{ displayName: 'PIN', queryStringParam: 'pin', defaultValue: '', writes: 'N', password: true }],
        softkeys: [],
      },
    ],
  ])('%s', (_name, xml, object) => {
    expect(parseXsiObject(xml)).toEqual(object);
  });

  test.each([
    ['an icon that is too wide', icons({ Width: 17 })],
    ['an icon that is too high', icons({ Height: 11 })],
    ['an eleventh icon', icons({ Index: 10 })],
    ['two icons of one index', icons({}, 2)],
    [
      'a form with an unknown flag',
      '<CiscoIPPhoneInput><URL>u</URL><InputItem><InputFlags>X</InputFlags><QueryStringParam>a</QueryStringParam></InputItem></CiscoIPPhoneInput>',
    ],
    [
      'a softkey at position 17',
      '<CiscoIPPhoneMenu><SoftKeyItem><Name>a</Name><Position>17</Position></SoftKeyItem></CiscoIPPhoneMenu>',
    ],
  ])('is refused with %s', (_name, xml) => {
    expect(parseXsiObject(xml)).toMatchObject({ kind: 'CiscoIPPhoneError', number: 1 });
  });

  const counted = (xml: string): unknown => {
    const object: Record<string, unknown> = { ...parseXsiObject(xml) };
    return [object.items, object.entries].filter(Array.isArray).map((list) => list.length);
  };

  test.each([
    ['101 items', `<CiscoIPPhoneMenu>${'<MenuItem><Name>a</Name></MenuItem>'.repeat(101)}</CiscoIPPhoneMenu>`, 100],
    [
      '33 items with icons',
      `<CiscoIPPhoneIconMenu>${'<MenuItem><Name>a</Name></MenuItem>'.repeat(33)}</CiscoIPPhoneIconMenu>`,
      32,
    ],
    ['33 entries', `<CiscoIPPhoneDirectory>${'<DirectoryEntry/>'.repeat(33)}</CiscoIPPhoneDirectory>`, 32],
    [
      '6 fields',
      `<CiscoIPPhoneInput>${'<InputItem><QueryStringParam>a</QueryStringParam></InputItem>'.repeat(6)}</CiscoIPPhoneInput>`,
      5,
    ],
    [
      'an item without a name, which ends the list',
      '<CiscoIPPhoneMenu><MenuItem><Name>a</Name></MenuItem><MenuItem/><MenuItem><Name>b</Name></MenuItem></CiscoIPPhoneMenu>',
      1,
    ],
  ])('too many are left out: %s', (_what, xml, left) => {
    expect(counted(xml)).toEqual([left]);
  });

  test('what is too long is cut, and flags stand in any order', () => {
    const long = 'a'.repeat(65);
    expect(
      parseXsiObject(
        `<CiscoIPPhoneMenu><Title>${long}</Title><Prompt>${long}</Prompt><MenuItem><Name>${long}</Name></MenuItem></CiscoIPPhoneMenu>`,
      ),
    ).toMatchObject({ title: 'a'.repeat(32), prompt: 'a'.repeat(32), items: [{ name: 'a'.repeat(64) }] });
    expect(
      parseXsiObject(
        '<CiscoIPPhoneInput><InputItem><QueryStringParam>pin</QueryStringParam><InputFlags>PN</InputFlags></InputItem></CiscoIPPhoneInput>',
      ),
    ).toMatchObject({ url: '', items: [{ writes: 'N', password: true }] });
  });

  test('is an icon menu with the largest icon that may be', () => {
    expect(parseXsiObject(icons({}))).toMatchObject({ kind: 'CiscoIPPhoneIconMenu', items: [] });
  });
});
