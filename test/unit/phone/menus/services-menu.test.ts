import { expect, test } from 'vitest';
import { PhoneDriver } from '../phone-driver';
import { listed, text } from './menu-driver';

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
  expect(phone.done()).toEqual([{ kind: 'openService', file: 'canteen.xml' }]);
  phone.input({
    kind: 'xsi',
    xml: '<CiscoIPPhoneText><Title>Canteen</Title><Text>Soup</Text><SoftKeyItem><Name>Exit</Name><URL>SoftKey:Exit</URL></SoftKeyItem></CiscoIPPhoneText>',
  });
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
