import { expect, test } from 'vitest';
import type { Refresh } from '../../../../src-main/phone/menus/page';
import { PhoneDriver } from '../phone-driver';
import { listed } from './menu-driver';
import { servicePage } from './service-page';

const URL = 'http://127.0.0.1:8080/weather';
const EXIT = '<SoftKeyItem><Name>Leave</Name><URL>SoftKey:Exit</URL><Position>3</Position></SoftKeyItem>';

const picture = (title: string, data = '2DE4', more = '', kind = 'CiscoIPPhoneImage'): string =>
  `<${kind}><Title>${title}</Title><Prompt>Tomorrow</Prompt><LocationX>-1</LocationX><LocationY>-1</LocationY>
   <Width>4</Width><Height>2</Height><Depth>2</Depth><Data>${data}</Data>${more}</${kind}>`;

const asks = (): PhoneDriver => {
  const serviceList = [{ name: 'Weather today', opens: { kind: 'file', file: URL } as const }];
  const phone = PhoneDriver.registered({}, { serviceList }).key({ kind: 'services' }).dials('1');
  expect(phone.done()).toEqual([{ kind: 'openService', url: URL }]);
  return phone;
};

const answers = (phone: PhoneDriver, xml: string, refresh: Refresh | null = null, url = URL): PhoneDriver =>
  phone.input({ kind: 'service', url, answer: { ok: true, value: servicePage(url, xml, { refresh }) } });

const shown = (phone: PhoneDriver): string => {
  const { plane } = phone.snapshot.display;
  return plane.kind === 'image' ? `${plane.title}: ${plane.picture.greys}` : plane.kind;
};

const every = (seconds: number, url = URL): Refresh => ({ after: seconds * 1000, url });
const manual = (url: string): Refresh => ({ after: null, url });

test('an image has its title, its prompt and its keys, and Exit leads back to the services', () => {
  const phone = answers(asks(), picture('Weather'));
  expect([shown(phone), phone.face.prompt, phone.face.softkeys]).toEqual([
    'Weather: 13200123',
    'Tomorrow',
    'Update | Exit |  | ',
  ]);
  expect(listed(phone.softkey('Exit'))[0]).toBe('SERVICES');
});

test('an image without a title has the name of what was chosen', () => {
  expect(shown(answers(asks(), picture('')))).toBe('Weather today: 13200123');
});

test("a service's own keys take the place of the phone's, and one that may be updated keeps the key for that", () => {
  const phone = answers(asks(), picture('Weather', '2DE4', EXIT));
  expect(phone.face.softkeys).toBe(' |  | Leave | ');
  const next = answers(asks(), picture('Weather', '2DE4', EXIT), manual(`${URL}?page=2`));
  expect(next.face.softkeys).toBe('Next |  | Leave | ');
  expect(next.softkey('Next').done()).toEqual([{ kind: 'openService', url: `${URL}?page=2` }]);
  answers(next, picture('Page 2'), null, `${URL}?page=2`);
  expect(listed(next.softkey('Exit'))[0]).toBe('SERVICES');
});

test('Update asks for the page again, which stays until the new one is there', () => {
  const phone = answers(asks(), picture('Weather')).softkey('Update');
  expect([shown(phone), phone.done()]).toEqual(['Weather: 13200123', [{ kind: 'openService', url: URL }]]);
  expect(shown(answers(phone, picture('Weather', 'FFFF')))).toBe('Weather: 33333333');
});

test('a page is replaced every so many seconds, as its service says, until its user leaves it', () => {
  const phone = answers(asks(), picture('Weather'), every(5)).waits(4999);
  expect(phone.done()).toEqual([]);
  expect(phone.waits(1).done()).toEqual([{ kind: 'openService', url: URL }]);
  expect(phone.waits(60_000).done()).toEqual([]);
  expect(shown(answers(phone, picture('Weather', '0000'), every(5)))).toBe('Weather: 00000000');
  expect(phone.waits(5000).done()).toEqual([{ kind: 'openService', url: URL }]);
  phone.softkey('Exit');
  expect(listed(answers(phone, picture('Weather'), every(5)))[0]).toBe('SERVICES');
  expect(phone.waits(60_000).done()).toEqual([]);
});

test('a service that fails once is asked again when its page would be due', () => {
  const phone = answers(asks(), picture('Weather'), every(5)).waits(5000);
  phone.done();
  const error = { phrase: 'httpError', value: '503' } as const;
  phone.input({ kind: 'service', url: URL, answer: { ok: false, error } });
  expect([shown(phone), phone.face.prompt]).toEqual(['Weather: 13200123', 'HTTP Error [503]!']);
  expect(phone.waits(5000).done()).toEqual([{ kind: 'openService', url: URL }]);
  expect(answers(phone, '<CiscoIPPhoneImage/>', every(5)).face.prompt).toBe('XML Error [4]: Parse Error');
  expect(shown(phone)).toBe('Weather: 13200123');
});

test('nothing is replaced behind a call or behind help; afterwards it is asked for at once', () => {
  const phone = answers(asks(), picture('Weather'), every(5)).waits(4000);
  phone.rings('call', '1002').waits(60_000);
  expect(phone.done()).toEqual([]);
  phone.hears({ kind: 'ended', call: 'call', by: 'far', status: null });
  expect([shown(phone), phone.waits(0).done()]).toEqual(['Weather: 13200123', [{ kind: 'openService', url: URL }]]);
  phone.key({ kind: 'help' });
  answers(phone, picture('Weather', 'FFFF'), every(5));
  expect(phone.face).toMatchObject({ text: expect.any(String) });
  expect(phone.waits(60_000).done()).toEqual([]);
  phone.softkey('Exit');
  expect([shown(phone), phone.waits(0).done()]).toEqual(['Weather: 13200123', [{ kind: 'openService', url: URL }]]);
});

test('the time of a page may lead away from it, and to nothing that costs', () => {
  const leaves = answers(asks(), picture('Weather'), every(900, 'SoftKey:Exit')).waits(900_000);
  expect(listed(leaves)[0]).toBe('SERVICES');
  const dials = answers(asks(), picture('Weather'), every(1, 'Dial:0900123')).waits(10_000);
  expect([shown(dials), dials.done()]).toEqual(['Weather: 13200123', []]);
  const itself = answers(asks(), picture('Weather'), every(1, 'SoftKey:Update')).waits(10_000);
  expect([shown(itself), itself.done()]).toEqual(['Weather: 13200123', []]);
});

test('a list is replaced in its place, and the row that was marked stays marked', () => {
  const menu = (...names: readonly string[]): string =>
    `<CiscoIPPhoneMenu><Title>Buses</Title>${names.map((name) => `<MenuItem><Name>${name}</Name><URL>u</URL></MenuItem>`).join('')}</CiscoIPPhoneMenu>`;
  const phone = answers(asks(), menu('7:01', '7:05'), every(30)).key({ kind: 'navigate', direction: 'down' });
  phone.waits(30_000);
  expect(listed(answers(phone, menu('7:05', '7:09'), every(30)))).toEqual(['Buses', '1 7:05', '> 2 7:09']);
  phone.waits(30_000);
  expect(shown(answers(phone, picture('No more buses')))).toBe('No more buses: 13200123');
  expect(listed(phone.softkey('Exit'))[0]).toBe('SERVICES');
});

test('more of a directory is behind Next', () => {
  const entry = '<DirectoryEntry><Name>Anna</Name><Telephone>1003</Telephone></DirectoryEntry>';
  const directory = `<CiscoIPPhoneDirectory><Title>Cooks</Title>${entry}</CiscoIPPhoneDirectory>`;
  const phone = answers(asks(), directory, manual(`${URL}?from=33`));
  expect(phone.face.softkeys).toBe('Dial | EditDial | Exit | Next');
  phone.done();
  expect(phone.softkey('Next').done()).toEqual([{ kind: 'openService', url: `${URL}?from=33` }]);
});

test('the keys of the keypad choose of a graphic menu, which is there again behind what they lead to', () => {
  const item = (name: string, url: string): string => `<MenuItem><Name>${name}</Name><URL>${url}</URL></MenuItem>`;
  const items = Array.from({ length: 9 }, (_, index) => item(`Day ${index + 1}`, `${URL}/${index + 1}`));
  const xml = picture('Week', '2DE4', `${items.join('')}${item('Call', 'Dial:1002')}`, 'CiscoIPPhoneGraphicMenu');
  const phone = answers(asks(), xml);
  const { plane } = phone.snapshot.display;
  expect(plane.kind === 'image' && plane.choices.slice(7)).toEqual([
    { key: '8', text: 'Day 8' },
    { key: '9', text: 'Day 9' },
    { key: '*', text: 'Call' },
  ]);
  expect([phone.dials('#0').done(), shown(phone)]).toEqual([[], 'Week: 13200123']);
  expect(phone.dials('3').done()).toEqual([{ kind: 'openService', url: `${URL}/3` }]);
  expect(shown(answers(phone, picture(''), null, `${URL}/3`))).toBe('Day 3: 13200123');
  expect(shown(phone.softkey('Exit'))).toBe('Week: 13200123');
  expect(phone.dials('*').done()).toMatchObject([{ command: { kind: 'invite', target: '1002' } }]);
});

test('a menu may have icons, and is chosen from as any other', () => {
  const phone = answers(
    asks(),
    `<CiscoIPPhoneIconMenu><Title>Days</Title><MenuItem><IconIndex>0</IconIndex><Name>Today</Name><URL>${URL}/1</URL></MenuItem>
     <MenuItem><Name>Call</Name><URL>Dial:1002</URL></MenuItem>
     <IconItem><Index>0</Index><Width>4</Width><Height>2</Height><Depth>2</Depth><Data>2DE4</Data></IconItem></CiscoIPPhoneIconMenu>`,
  );
  const { plane } = phone.snapshot.display;
  expect(plane).toEqual({
    kind: 'menu',
    title: 'Days',
    items: [
      { number: '1', text: 'Today', detail: '', icon: { width: 4, height: 2, greys: '13200123' } },
      { number: '2', text: 'Call', detail: '' },
    ],
    selected: 0,
  });
  expect(phone.softkey('Select').done()).toEqual([{ kind: 'openService', url: `${URL}/1` }]);
  expect(phone.dials('2').done()).toMatchObject([{ command: { kind: 'invite', target: '1002' } }]);
});
