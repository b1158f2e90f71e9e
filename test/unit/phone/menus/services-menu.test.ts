import { expect, test } from 'vitest';
import { PhoneDriver } from '../phone-driver';
import { form, listed, text } from './menu-driver';
import { servicePage } from './service-page';

const phoneWithServices = (): PhoneDriver =>
  PhoneDriver.registered(
    {},
    {
      serviceList: [
        { name: 'callBackRequests', opens: { kind: 'callBackRequests' } },
        { name: 'phoneInformation', opens: { kind: 'phoneInformation' } },
        { name: 'helpPage', opens: { kind: 'help' } },
        { name: 'Canteen', opens: { kind: 'file', file: 'canteen.xml' } },
      ],
    },
  ).key({ kind: 'services' });

const answers = (phone: PhoneDriver, url: string, xml: string): PhoneDriver =>
  phone.input({ kind: 'service', url, answer: { ok: true, value: servicePage(url, xml) } });

test('the services as they are configured; the first one leads to the Call Back requests', () => {
  const phone = phoneWithServices();
  expect(listed(phone)).toEqual([
    'SERVICES',
    '> 1 Call Back Requests',
    '2 Phone Information',
    '3 How this phone works',
    '4 Canteen',
  ]);
  expect(phone.key({ kind: 'enter' }).done()).toEqual([{ kind: 'servicesPressed' }]);
});

test('the screen of a service lies upon the menu, and Exit leads back', () => {
  const phone = phoneWithServices().dials('4');
  expect([phone.face.prompt, phone.done()]).toEqual(['Requesting...', [{ kind: 'openService', url: 'canteen.xml' }]]);
  answers(
    phone,
    'canteen.xml',
    '<CiscoIPPhoneText><Title>Canteen</Title><Text>Soup</Text><SoftKeyItem><Name>Exit</Name><URL>SoftKey:Exit</URL></SoftKeyItem></CiscoIPPhoneText>',
  );
  expect(text(phone)).toBe('Canteen\nSoup');
  expect(listed(phone.softkey('Exit'))[0]).toBe('SERVICES');
});

test('phone information and help are pages of the phone itself', () => {
  const phone = phoneWithServices().dials('2');
  expect(text(phone)).toMatch(/^Phone Information\n/);
  phone.softkey('Exit').dials('3');
  expect(text(phone)).toMatch(/^Help\nLift the handset/);
});

test('? explains the menu that is shown, and i a softkey of it', () => {
  const phone = phoneWithServices().key({ kind: 'help' });
  expect(text(phone)).toContain('The first are your Call Backs');
  phone.softkey('Exit').key({ kind: 'info' }).softkey('Select');
  expect(text(phone)).toBe('Help\nSelect opens the entry that is marked, or sets what it says.');
  expect(listed(phone.softkey('Exit'))[0]).toBe('SERVICES');
});

test('a menu of a service leads to its form, the form to a directory, and that to a call', () => {
  const phone = phoneWithServices().dials('4');
  answers(
    phone,
    'canteen.xml',
    '<CiscoIPPhoneMenu><Title>Canteen</Title><Prompt>What shall it be?</Prompt><MenuItem><Name>Find a cook</Name><URL>find.xml</URL></MenuItem></CiscoIPPhoneMenu>',
  );
  expect([listed(phone), phone.face.prompt, phone.face.softkeys]).toEqual([
    ['Canteen', '> 1 Find a cook'],
    'What shall it be?',
    'Select | Exit |  | ',
  ]);
  phone.done();
  expect(phone.dials('1').done()).toEqual([{ kind: 'openService', url: 'find.xml' }]);
  answers(
    phone,
    'find.xml',
    `<CiscoIPPhoneInput><Title>Find a cook</Title><URL>http://127.0.0.1:8080/cooks?lang=en</URL>
     <InputItem><DisplayName>Name</DisplayName><QueryStringParam>name</QueryStringParam><InputFlags>U</InputFlags></InputItem>
     <InputItem><DisplayName>PIN</DisplayName><QueryStringParam>pin</QueryStringParam><InputFlags>NP</InputFlags></InputItem>
     </CiscoIPPhoneInput>`,
  );
  phone.dials('2').key({ kind: 'character', character: '&' }).key({ kind: 'navigate', direction: 'down' }).dials('42');
  expect(form(phone)).toEqual(['Find a cook', 'Name: A&', 'PIN: **|', '123']);
  const url = 'http://127.0.0.1:8080/cooks?lang=en&name=A%26&pin=42';
  expect(phone.softkey('Submit').done()).toEqual([{ kind: 'openService', url }]);
  answers(
    phone,
    url,
    `<CiscoIPPhoneDirectory><Title>Cooks</Title>
     <DirectoryEntry><Name>Anna</Name><Telephone>1003</Telephone></DirectoryEntry>
     <SoftKeyItem><Name>Call</Name><URL>SoftKey:Dial</URL><Position>2</Position></SoftKeyItem></CiscoIPPhoneDirectory>`,
  );
  expect([listed(phone), phone.face.softkeys]).toEqual([['Cooks', '> 1 Anna 1003'], ' | Call |  | ']);
  phone.softkey('Call');
  expect(phone.done()).toMatchObject([{ command: { kind: 'invite', target: '1003' } }]);
});

test('an item may dial, and what cannot be had is said on the prompt line', () => {
  const menu =
    '<CiscoIPPhoneMenu><MenuItem><Name>Reception</Name><URL>EditDial:1009</URL></MenuItem></CiscoIPPhoneMenu>';
  const phone = answers(phoneWithServices().dials('4'), 'canteen.xml', menu);
  expect(phone.dials('1').face).toMatchObject({ entry: '1009' });
  phone.softkey('Cancel').softkey('Exit').dials('4');
  phone.input({
    kind: 'service',
    url: 'canteen.xml',
    answer: { ok: false, error: { phrase: 'httpError', value: '404' } },
  });
  expect([listed(phone)[0], phone.face.prompt]).toEqual(['SERVICES', 'HTTP Error [404]!']);
});

test('an answer that comes when its user has gone elsewhere is not shown', () => {
  const phone = phoneWithServices().dials('4').key({ kind: 'settings' });
  answers(phone, 'canteen.xml', '<CiscoIPPhoneMenu><Title>Canteen</Title></CiscoIPPhoneMenu>');
  expect(listed(phone)[0]).toBe('SETTINGS');
});
