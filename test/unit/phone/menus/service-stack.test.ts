import { expect, test } from 'vitest';
import type { ServicePage } from '../../../../src-main/phone/menus/page';
import { PhoneDriver } from '../phone-driver';
import { form, listed, text } from './menu-driver';
import { servicePage } from './service-page';

const URL = 'http://127.0.0.1:8080';

const phoneWithShop = (): PhoneDriver =>
  PhoneDriver.registered({}, { serviceList: [{ name: 'Shop', opens: { kind: 'file', file: URL } }] })
    .key({ kind: 'services' })
    .dials('1');

const answers = (phone: PhoneDriver, path: string, body: string, more: Partial<ServicePage> = {}): PhoneDriver =>
  phone.input({ kind: 'service', url: URL + path, answer: { ok: true, value: servicePage(URL + path, body, more) } });

const key = (name: string, url: string): string => `<SoftKeyItem><Name>${name}</Name><URL>${url}</URL></SoftKeyItem>`;
const EXIT = key('Exit', 'SoftKey:Exit');
const page = (title: string, next: string): string =>
  `<CiscoIPPhoneText><Title>${title}</Title><Text>.</Text>${EXIT}${key('Go', URL + next)}</CiscoIPPhoneText>`;
const menu = (title: string, next: string): string =>
  `<CiscoIPPhoneMenu><Title>${title}</Title><MenuItem><Name>Go</Name><URL>${URL}${next}</URL></MenuItem></CiscoIPPhoneMenu>`;

test('Exit goes back page by page; a page that leads to itself is there once', () => {
  const phone = answers(phoneWithShop(), '', page('One', '/2'));
  answers(phone.softkey('Go'), '/2', page('Two', '/2'));
  answers(phone.softkey('Go'), '/2', page('Two again', '/3'));
  expect(text(phone)).toBe('Two again\n.');
  expect(text(phone.softkey('Exit'))).toBe('One\n.');
  expect(listed(phone.softkey('Exit'))[0]).toBe('SERVICES');
});

test('a page that has expired when it comes is shown, and Exit does not come back to it', () => {
  const phone = answers(phoneWithShop(), '', page('One', '/2'));
  answers(phone.softkey('Go'), '/2', page('Two', '/3'), { expired: true });
  expect(text(phone)).toBe('Two\n.');
  answers(phone.softkey('Go'), '/3', page('Three', '/4'));
  expect(text(phone.softkey('Exit'))).toBe('One\n.');
});

test('nor to an expired menu, nor to an expired form behind which one is signed in', () => {
  const phone = answers(phoneWithShop(), '', menu('Shop', '/in'), { expired: true }).dials('1');
  const input = `<CiscoIPPhoneInput><Title>Sign in</Title><URL>${URL}/who</URL><InputItem><DisplayName>Name</DisplayName>
    <QueryStringParam>name</QueryStringParam><InputFlags>N</InputFlags></InputItem></CiscoIPPhoneInput>`;
  answers(phone, '/in', input, { expired: true }).dials('7');
  expect(form(phone)).toEqual(['Sign in', 'Name: 7|', '123']);
  answers(phone.softkey('Submit'), '/who?name=7', menu('Your orders', '/o'));
  expect(listed(phone)[0]).toBe('Your orders');
  expect(listed(phone.softkey('Exit'))[0]).toBe('SERVICES');
});

test('plain text is shown as it is, under the name of what was chosen', () => {
  const phone = answers(phoneWithShop(), '', 'Open from 8\r\nto <20>\u0007\n', { plain: true });
  expect([text(phone), phone.face.softkeys]).toEqual(['Shop\nOpen from 8\nto <20>', 'Update | Exit |  | ']);
  expect(text(answers(phone.softkey('Update'), '', 'x'.repeat(5000), { plain: true })).length).toBe(4005);
  expect(listed(phone.softkey('Exit'))[0]).toBe('SERVICES');
});

test('Update asks again where the page has come from', () => {
  const phone = phoneWithShop().input({
    kind: 'service',
    url: URL,
    answer: { ok: true, value: servicePage(`${URL}/?name=SEP000000001001`, 'Open', { plain: true }) },
  });
  phone.done();
  expect(phone.softkey('Update').done()).toEqual([{ kind: 'openService', url: `${URL}/?name=SEP000000001001` }]);
});

const picture = `<CiscoIPPhoneGraphicMenu><Title>Plan</Title><LocationX>0</LocationX><LocationY>0</LocationY><Width>4</Width>
  <Height>2</Height><Depth>2</Depth><Data>2DE4</Data><MenuItem><Name>Room 1</Name><URL>${URL}/1</URL></MenuItem></CiscoIPPhoneGraphicMenu>`;
const planeOf = (phone: PhoneDriver): string => {
  const { plane } = phone.snapshot.display;
  return 'title' in plane ? `${plane.kind} ${plane.title}` : plane.kind;
};

test('from a list or a form one comes back to the text or the picture that has led to it', () => {
  const phone = answers(phoneWithShop(), '', picture).dials('1');
  answers(phone, '/1', menu('Room 1', '/2')).dials('1');
  answers(phone, '/2', page('Who', '/3')).softkey('Go');
  const form =
    '<CiscoIPPhoneInput><Title>Call</Title><URL>u</URL><InputItem><QueryStringParam>a</QueryStringParam></InputItem></CiscoIPPhoneInput>';
  answers(phone, '/3', form);
  const seen = ['', 'Cancel', 'Exit', 'Exit', 'Exit'].map((label) => planeOf(label ? phone.softkey(label) : phone));
  expect(seen).toEqual(['input Call', 'services Who', 'menu Room 1', 'image Plan', 'menu SERVICES']);
});

test('what replaces a page by itself has the same below it', () => {
  const every = (path: string) => ({ refresh: { after: 1000, url: URL + path } });
  const phone = answers(phoneWithShop(), '', picture).dials('1');
  answers(phone, '/1', menu('Room 1', '/2'), every('/1')).waits(1000);
  answers(phone, '/1', page('Room 1', '/2'), every('/1')).waits(1000);
  answers(phone, '/1', menu('Room 1 again', '/2'));
  expect([planeOf(phone), planeOf(phone.softkey('Exit'))]).toEqual(['menu Room 1 again', 'image Plan']);
  phone.key({ kind: 'services' });
  expect([planeOf(phone), phone.key({ kind: 'services' }).face.prompt]).toEqual([
    'menu SERVICES',
    'Your current options',
  ]);
});

test('a call that comes between hides all of it, and shows it again', () => {
  const phone = answers(phoneWithShop(), '', page('One', '/2')).softkey('Go');
  answers(phone, '/2', menu('Two', '/3')).rings('call', '1002');
  phone.hears({ kind: 'ended', call: 'call', by: 'far', status: null });
  expect([planeOf(phone), planeOf(phone.softkey('Exit'))]).toEqual(['menu Two', 'services One']);
});
