import { describe, expect, it } from 'vitest';
import { parseXsiObject } from '../../../src-main/xsi/objects/parse';

const EXIT = '<SoftKeyItem><Position>3</Position><URL>SoftKey:Exit</URL><Name>Exit</Name></SoftKeyItem>';

describe('an object to choose from or to write into', () => {
  it.each([
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

  it.each([
    ['101 items', `<CiscoIPPhoneMenu>${'<MenuItem><Name>a</Name></MenuItem>'.repeat(101)}</CiscoIPPhoneMenu>`],
    [
      'an item of 65 characters',
      `<CiscoIPPhoneMenu><MenuItem><Name>${'a'.repeat(65)}</Name></MenuItem></CiscoIPPhoneMenu>`,
    ],
    ['a title of 33', `<CiscoIPPhoneMenu><Title>${'a'.repeat(33)}</Title></CiscoIPPhoneMenu>`],
    ['33 entries', `<CiscoIPPhoneDirectory>${'<DirectoryEntry/>'.repeat(33)}</CiscoIPPhoneDirectory>`],
    [
      'a form without a URL',
      '<CiscoIPPhoneInput><InputItem><QueryStringParam>a</QueryStringParam></InputItem></CiscoIPPhoneInput>',
    ],
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
});
