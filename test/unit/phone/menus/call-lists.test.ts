import { expect, test } from 'vitest';
import { PhoneDriver } from '../phone-driver';
import { BOB, calledBy, directories, down, listed, remembering, restarted, text, withPeople } from './menu-driver';

const missedTwice = (): PhoneDriver => {
  const phone = calledBy(PhoneDriver.registered(), 'in-1', '1003', 'Carol');
  return calledBy(calledBy(phone, 'in-2', '1003', 'Carol'), 'in-3', '1002');
};

test('missed calls are counted on the idle phone until somebody looks at the list of them', () => {
  const phone = missedTwice();
  expect([phone.face.prompt, phone.snapshot.missedCalls]).toEqual(['3 New Missed Calls', 3]);
  directories(phone);
  expect(listed(phone)).toEqual([
    'DIRECTORY',
    '> 1 Missed Calls',
    '2 Received Calls',
    '3 Placed Calls',
    '4 Personal Directory',
  ]);
  expect(phone.snapshot.missedCalls).toBe(3);
  phone.dials('1');
  expect(phone.face).toEqual({
    plane: {
      kind: 'menu',
      title: 'Missed Calls',
      items: [
        { number: '1', text: '1002', detail: '14:07 11/22/26' },
        { number: '2', text: 'Carol (2)', detail: '14:06 11/22/26' },
      ],
      selected: 0,
    },
    prompt: 'Your current options',
    softkeys: 'Dial | EditDial | Exit | more',
    hook: 'onHook',
    strip: 'off',
    tone: null,
  });
  expect([phone.snapshot.missedCalls, phone.memory.calls.unseen]).toEqual([0, 0]);
  phone.softkey('Exit').softkey('Exit');
  expect(phone.face.prompt).toBe('Your current options');
});

test('the lists are there again after a restart, and so is what nobody has looked at', () => {
  const phone = restarted(calledBy(missedTwice(), 'in-4', '1004', 'Dave', 65));
  expect(phone.face.prompt).toBe('3 New Missed Calls');
  directories(phone).dials('2');
  expect(listed(phone)).toEqual(['Received Calls', '> 1 Dave 14:08 11/22/26']);
  phone.softkey('more').softkey('Details');
  expect(text(phone)).toBe('Call Details\nNumber: 1004\nName: Dave\nTime: 14:08 11/22/26\nDuration: 01:05');
});

test('Dial calls the entry and covers the list, which is there again after the call', () => {
  const phone = directories(missedTwice()).dials('1');
  phone.done();
  down(phone).softkey('Dial');
  expect(phone.done()).toEqual([
    { kind: 'line', command: { kind: 'invite', line: '1001', call: '1001-out-1', target: '1003' } },
  ]);
  expect(phone.face).toMatchObject({ rows: ['ringOut To 1003'], hook: 'speaker' });
  phone.softkey('EndCall');
  expect(listed(phone)[2]).toBe('> 2 Carol (2) 14:06 11/22/26');
  phone.softkey('Exit').dials('3');
  expect(listed(phone)).toEqual(['Placed Calls', '> 1 1003 14:08 11/22/26']);
});

test('EditDial takes the number into the dial field, and Cancel leads back', () => {
  const phone = directories(missedTwice()).dials('1').softkey('EditDial');
  expect(phone.face).toMatchObject({ entry: '1002', softkeys: 'Dial | << | Cancel | ' });
  phone.softkey('Cancel');
  expect(listed(phone)[0]).toBe('Missed Calls');
  phone.softkey('EditDial').softkey('<<').dials('3').softkey('Dial');
  expect(phone.done().at(-1)).toMatchObject({ command: { kind: 'invite', target: '1003' } });
});

test('in a call Dial and EditDial hold it for the other one, as NewCall does; EndCall leads back to it', () => {
  const talking = (): PhoneDriver => {
    const phone = missedTwice()
      .rings('in-9', '1009', 'Ivy')
      .softkey('Answer')
      .hears({ kind: 'connected', call: 'in-9' });
    directories(phone).dials('1');
    phone.done();
    return phone;
  };
  const hold = { kind: 'line', command: { kind: 'hold', line: '1001', call: 'in-9' } };
  const phone = talking().softkey('EditDial');
  expect(phone.face).toMatchObject({ entry: '1002', softkeys: '<< | EndCall | Dial | ' });
  expect(phone.softkey('EndCall').hears({ kind: 'held', call: 'in-9', held: true }).done()).toEqual([hold]);
  expect(phone.face).toMatchObject({ rows: ['hold From Ivy (1009) 00:00'], softkeys: 'Resume | NewCall | EndCall | ' });

  const other = talking().softkey('Dial');
  expect(other.done()).toEqual([
    hold,
    { kind: 'line', command: { kind: 'invite', line: '1001', call: '1001-out-1', target: '1002' } },
  ]);
  directories(other).dials('1');
  expect(other.softkey('Dial').face.prompt).toBe('Line In Use');
});

test('CallBack from an entry waits for its phone as for one that does not answer; a refusal has its screen', () => {
  const phone = directories(missedTwice()).dials('1');
  phone.done();
  phone.softkey('more').softkey('CallBack');
  expect(phone.done()).toEqual([
    { kind: 'callBackPressed', line: '1001', called: { number: '1002', outcome: 'noReply' } },
  ]);
  phone.input({ kind: 'serviceNotAvailable' });
  expect(phone.face).toMatchObject({ text: 'Service not available.' });
  phone.softkey('Exit');
  expect(listed(phone)[0]).toBe('Missed Calls');
});

test('a Call Back service that does not answer says so upon the list', () => {
  const phone = directories(missedTwice()).dials('1').softkey('more').softkey('CallBack').waits(5000);
  expect(phone.face).toMatchObject({ text: 'Call Back Service Failure.' });
});

test('Delete takes one row with all its calls, Clear the list and no other', () => {
  const phone = directories(calledBy(missedTwice(), 'in-4', '1004', 'Dave', 5)).dials('1');
  down(phone).softkey('more').softkey('Delete');
  expect(listed(phone)).toEqual(['Missed Calls', '> 1 1002 14:07 11/22/26']);
  phone.softkey('more').softkey('more').softkey('Clear');
  expect([listed(phone), phone.face.prompt, phone.face.softkeys]).toEqual([
    ['Missed Calls'],
    'Call History Cleared!',
    'Exit |  |  | ',
  ]);
  expect(phone.waits(4000).face.prompt).toBe('No Records');
  expect(phone.memory.calls.records.map(({ number }) => number)).toEqual(['1004']);
});

test('who keeps the number back is called Unknown, and cannot be dialled', () => {
  const phone = directories(calledBy(PhoneDriver.registered(), 'in-1', '')).dials('1');
  expect(listed(phone)).toEqual(['Missed Calls', '> 1 Unknown 14:05 11/22/26']);
  expect(phone.softkey('Dial').face.prompt).toBe('Key is Not Active');
});

test('a call that comes while the list is open covers it; the chosen row stays the chosen one', () => {
  const phone = down(directories(missedTwice()).dials('1'));
  phone.rings('in-9', '1009', 'Ivy');
  expect(phone.face).toMatchObject({ rows: ['ringIn From Ivy (1009)'], softkeys: 'Answer | EndCall |  | ' });
  expect(directories(phone).face.prompt).toBe('Key is Not Active');
  phone.hears({ kind: 'ended', call: 'in-9', by: 'far', status: null }).waits(4000);
  expect(listed(phone)).toEqual([
    'Missed Calls',
    '1 Ivy 14:08 11/22/26',
    '2 1002 14:07 11/22/26',
    '> 3 Carol (2) 14:06 11/22/26',
  ]);
  expect(phone.snapshot.missedCalls).toBe(0);
});

test('the first call of an empty list is the chosen one', () => {
  const phone = directories(withPeople()).dials('1');
  phone.rings('in-9', '1009', 'Ivy').hears({ kind: 'ended', call: 'in-9', by: 'far', status: null }).waits(4000);
  expect(listed(phone)).toEqual(['Missed Calls', '> 1 Ivy 14:05 11/22/26']);
});

test('an entry with a name in the personal directory has that name, and so has a caller who says none', () => {
  const phone = calledBy(withPeople(BOB), 'in-1', '1002');
  phone.rings('in-2', '1002');
  expect(phone.face).toMatchObject({ rows: ['ringIn From Bob (1002)'] });
  phone.hears({ kind: 'ended', call: 'in-2', by: 'far', status: null });
  directories(phone).dials('1');
  expect(listed(phone)).toEqual(['Missed Calls', '> 1 Bob (2) 14:06 11/22/26']);
});

test('the hard key again leaves, and another one goes over', () => {
  const phone = directories(directories(PhoneDriver.registered()).dials('4'));
  expect(phone.face).toMatchObject({ rows: [], prompt: 'Your current options' });
  directories(phone).key({ kind: 'settings' });
  expect(listed(phone)[0]).toBe('SETTINGS');
});

test('a list of more than nine rows is gone through by numbers of two digits', () => {
  const records = Array.from({ length: 64 }, (_, index) => ({
    direction: 'out' as const,
    number: String(2001 + index),
    name: '',
    line: '1001',
    startedAt: 0,
    duration: 0,
    answered: false,
  }));
  const phone = PhoneDriver.registered({}, remembering({ calls: { records, unseen: 0 } }));
  directories(phone).dials('3').dials('42');
  expect(listed(phone).find((row) => row.startsWith('>'))).toContain('> 42 2042');
  phone.waits(1500).dials('7');
  expect(listed(phone).find((row) => row.startsWith('>'))).toContain('> 7 2007');
  phone.softkey('Exit').softkey('Exit').softkey('NewCall').dials('1002').softkey('EndCall');
  expect(phone.memory.calls.records).toHaveLength(64);
});
