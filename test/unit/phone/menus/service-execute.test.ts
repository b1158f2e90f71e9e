import { expect, test } from 'vitest';
import type { ServicePage } from '../../../../src-main/phone/menus/page';
import type { PhoneEffect } from '../../../../src-main/phone/phone-effect';
import { PhoneDriver } from '../phone-driver';
import { listed, text } from './menu-driver';
import { servicePage } from './service-page';

const URL = 'http://127.0.0.1:8080';

const asks = (): PhoneDriver => {
  const phone = PhoneDriver.registered({}, { serviceList: [{ name: 'Shop', opens: { kind: 'file', file: URL } }] })
    .key({ kind: 'services' })
    .dials('1');
  phone.done();
  return phone;
};

const answers = (phone: PhoneDriver, path: string, body: string, more: Partial<ServicePage> = {}): PhoneDriver =>
  phone.input({ kind: 'service', url: URL + path, answer: { ok: true, value: servicePage(URL + path, body, more) } });

const executes = (...items: readonly (readonly [string, number?])[]): string =>
  `<CiscoIPPhoneExecute>${items.map(([url, priority = 0]) => `<ExecuteItem Priority="${priority}" URL="${url}"/>`).join('')}</CiscoIPPhoneExecute>`;
const opens = (path: string): PhoneEffect => ({ kind: 'openService', url: URL + path });
const page = '<CiscoIPPhoneText><Title>Offer</Title><Text>Soup</Text></CiscoIPPhoneText>';

test('an Execute that was chosen plays a sound and shows a page upon the menu', () => {
  const phone = answers(asks(), '', executes(['Play:chime.raw'], [`${URL}/offer`]));
  expect([phone.done(), phone.face.prompt]).toEqual([
    [{ kind: 'play', file: 'chime.raw' }, opens('/offer')],
    'Requesting...',
  ]);
  expect(text(answers(phone, '/offer', page))).toBe('Offer\nSoup');
  expect(listed(phone.softkey('Exit'))[0]).toBe('SERVICES');
});

test('it dials', () => {
  expect(answers(asks(), '', executes(['Dial:1002'])).done()).toMatchObject([
    { command: { kind: 'invite', target: '1002' } },
  ]);
});

test.each<[string, PhoneEffect[]]>([
  ['Key:KeyPad5', [{ kind: 'pressKey', key: { kind: 'digit', digit: '5' } }]],
  ['Key:KeyPadPound', [{ kind: 'pressKey', key: { kind: 'digit', digit: '#' } }]],
  ['Key:Line2', [{ kind: 'pressKey', key: { kind: 'line', button: 2 } }]],
  ['Key:Soft4', [{ kind: 'pressKey', key: { kind: 'softkey', position: 4 } }]],
  ['Key:NavDwn', [{ kind: 'pressKey', key: { kind: 'navigate', direction: 'down' } }]],
  ['Key:Speaker', [{ kind: 'pressKey', key: { kind: 'speaker' } }]],
  ['Key:Line7', []],
  ['Key:Soft5', []],
  ['Key:Hold', []],
  ['Key:toString', []],
  ['SoftKey:Exit', []],
  ['UserData:1:2.Dial', []],
  ['QueryStringParam:a=1', []],
])('%s', (url, effects) => {
  expect(answers(asks(), '', executes([url])).done()).toEqual(effects);
});

test('a key that a service presses does what it always does, but press another for a service', () => {
  const phone = answers(
    asks(),
    '',
    page.replace('</Text>', '</Text><SoftKeyItem><Name>Again</Name><URL>Key:Soft1</URL></SoftKeyItem>'),
  );
  expect(phone.softkey('Again').done()).toEqual([{ kind: 'pressKey', key: { kind: 'softkey', position: 1 } }]);
  expect(phone.input({ kind: 'serviceKey', key: { kind: 'softkey', position: 1 } }).done()).toEqual([]);
  phone.input({ kind: 'serviceKey', key: { kind: 'services' } });
  expect(listed(phone)[0]).toBe('SERVICES');
});

test('of an Execute that comes by itself, in the place of a page, nothing is obeyed that costs', () => {
  const phone = answers(asks(), '', page, { refresh: { after: 5000, url: URL } }).waits(5000);
  phone.done();
  answers(phone, '', executes(['Dial:0900123'], ['Key:Speaker'], [`${URL}/offer`]));
  expect([phone.done(), text(phone)]).toEqual([[], 'Offer\nSoup']);
  expect(answers(phone.waits(5000), '', executes(['Play:chime.raw'])).done()).toContainEqual({
    kind: 'play',
    file: 'chime.raw',
  });
});

test('a page of an Execute that leads to another Execute is not followed for ever', () => {
  const phone = answers(asks(), '', executes([`${URL}/offer`]));
  phone.done();
  expect(answers(phone, '/offer', executes([`${URL}/offer`])).done()).toEqual([]);
});

test('priority 1 waits until nobody uses the phone, 2 does not wait', () => {
  expect(answers(asks(), '', executes([`${URL}/offer`, 2])).done()).toEqual([]);
  const phone = answers(asks(), '', executes([`${URL}/offer`, 1]));
  expect(phone.waits(60_000).done()).toEqual([]);
  phone.softkey('Exit').waits(0);
  expect(phone.done()).toEqual([opens('/offer')]);
  expect(text(answers(phone, '/offer', page))).toBe('Offer\nSoup');
});

test('two addresses are one too many', () => {
  const phone = answers(asks(), '', executes([`${URL}/1`], [`${URL}/2`]));
  expect([phone.done(), phone.face.prompt]).toEqual([[], 'XML Error [4]: Parse Error']);
});

test('a softkey asks with the parameter of the item that is marked, or the other way round', () => {
  const menu = (item: string, key: string): string =>
    `<CiscoIPPhoneMenu><Title>Days</Title><MenuItem><Name>Monday</Name><URL>${item}</URL></MenuItem>
     <SoftKeyItem><Name>Delete</Name><URL>${key}</URL></SoftKeyItem>
     <SoftKeyItem><Name>Open</Name><URL>SoftKey:Select</URL></SoftKeyItem></CiscoIPPhoneMenu>`;
  const phone = answers(asks(), '', menu('QueryStringParam:day=1', `${URL}/delete?user=7`));
  expect(phone.softkey('Open').face.prompt).toBe('Key is Not Active');
  expect([phone.done(), phone.softkey('Delete').done()]).toEqual([[], [opens('/delete?user=7&day=1')]]);
  const other = answers(asks(), '', menu(`${URL}/day`, 'QueryStringParam:action=delete'));
  expect(other.softkey('Delete').done()).toEqual([opens('/day?action=delete')]);
  expect(other.softkey('Open').done()).toEqual([opens('/day')]);
});
