import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isAbout, type Presence, parsePresence, presenceStatusOf } from '../../../src-main/sip/presence';

const pidf = (inside: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<presence xmlns="urn:ietf:params:xml:ns:pidf" xmlns:dm="urn:ietf:params:xml:ns:pidf:data-model" xmlns:rpid="urn:ietf:params:xml:ns:pidf:rpid" entity="sip:1002@pbx">${inside}</presence>`;

const tuple = (basic: string): string => `<tuple id="1002"><status><basic>${basic}</basic></status></tuple>`;
const activity = (name: string): string => `<dm:person><rpid:activities><rpid:${name}/></rpid:activities></dm:person>`;
/** In the order in which Asterisk writes it, with the watcher's address for the line's. */
const asterisk = (note: string, basic: string, doing?: string): string =>
  pidf(
    `<note>${note}</note><tuple id="1002"><status><basic>${basic}</basic></status><contact priority="1">sip:1001@pbx</contact></tuple>${doing ? activity(doing) : '<dm:person/>'}`,
  );

test.each([
  ['Asterisk: idle', asterisk('Ready', 'open'), 'onHook'],
  ['chan_sip: ringing, with an activity that says busy', asterisk('Ringing', 'open', 'busy'), 'ringing'],
  ['Asterisk: ringing, which it calls closed', asterisk('Ringing', 'closed', 'busy'), 'ringing'],
  ['chan_sip: in use', asterisk('On the phone', 'open', 'busy'), 'offHook'],
  ['Asterisk: in use, which it calls closed', asterisk('On the phone', 'closed', 'busy'), 'offHook'],
  ['Asterisk: on hold, which it calls closed', asterisk('On hold', 'closed', 'busy'), 'offHook'],
  ['Asterisk: not registered', asterisk('Unavailable', 'closed', 'away'), 'offline'],
  ['FreeSWITCH: idle', pidf(`${tuple('open')}<dm:person><dm:note>Available</dm:note></dm:person>`), 'onHook'],
  ['Asterisk: ringing, on the phone by its activity', asterisk('Ringing', 'open', 'on-the-phone'), 'ringing'],
  ['FreeSWITCH: ringing', pidf(`${tuple('open')}${activity('on-the-phone')}<note>Ring 1003</note>`), 'ringing'],
  ['FreeSWITCH: talking', pidf(`${tuple('open')}${activity('on-the-phone')}<note>Talk 1003</note>`), 'offHook'],
  [
    'talking, while a second call rings',
    pidf(`${tuple('open')}${activity('on-the-phone')}<note>Ringing</note><note>On the phone</note>`),
    'offHook',
  ],
  ['a note of the user that begins so', pidf(`${tuple('open')}<note>Ring me at home</note>`), 'onHook'],
  ['RFC 4480: on the phone', pidf(tuple('open') + activity('on-the-phone')), 'offHook'],
  ['RFC 4480: busy', pidf(tuple('open') + activity('busy')), 'busy'],
  ['busy in a note', pidf(`${tuple('open')}<note>Busy</note>`), 'busy'],
  ['busy and gone', pidf(tuple('closed') + activity('busy')), 'offline'],
  ['do-not-disturb', pidf(tuple('open') + activity('do-not-disturb')), 'doNotDisturb'],
  ['do-not-disturb in a note', pidf(`${tuple('open')}<note xml:lang="en">Do Not Disturb</note>`), 'doNotDisturb'],
  ['an activity of the user that is none of the phone', pidf(tuple('open') + activity('meeting')), 'onHook'],
  ['a name that every object has', pidf(tuple('open') + activity('constructor')), 'onHook'],
  ['a note of the user', pidf(`${tuple('open')}<note>Back when the busy season is over</note>`), 'onHook'],
  ['one phone of two', pidf(tuple('closed') + tuple('open')), 'onHook'],
  ['a note with nothing in it', pidf(`${tuple('open')}<note/>`), 'onHook'],
  ['white space and capitals', pidf(tuple('\n Closed ')), 'offline'],
  ['a word for open that is none', pidf(tuple('ajar')), 'unknown'],
  ['no tuple', pidf(''), 'unknown'],
  ['no tuple, but on the phone', pidf(activity('on-the-phone')), 'offHook'],
])('%s', (_name, xml, expected) => {
  const read = parsePresence(xml);
  expect(read.ok ? presenceStatusOf(read.value) : read.error).toEqual(expected);
});

test('all that a document says', () => {
  const xml = asterisk('Ready', 'open', 'away').replace('<rpid:away/>', '<rpid:away/><rpid:note>Lunch</rpid:note>');
  const expected: Presence = { entity: 'sip:1002@pbx', basic: 'open', activities: ['away'], notes: ['Ready', 'Lunch'] };
  expect(parsePresence(xml)).toEqual({ ok: true, value: expected });
});

test.each([
  ['sip:1002@pbx', true],
  ['<sip:1002@10.0.0.1:5061;transport=tls>', true],
  ['pres:1002@pbx', true],
  // The contact of asterisk #1898 is the watcher, and is not asked.
  ['sip:1001@pbx', false],
  ['', false],
])('a document of Asterisk for 1002 is about %s: %s', (address, expected) => {
  const read = parsePresence(asterisk('Ready', 'open'));
  expect(read.ok && isAbout(read.value, address)).toBe(expected);
});

test.each([
  ['nothing', '', 'missing root element'],
  ['another document', '<dialog-info/>', 'the document is a dialog-info, not a presence'],
  ['a document type', '<!DOCTYPE presence><presence/>', 'the document has a document type declaration'],
])('%s is a failure in words', (_name, xml, error) => {
  expect(parsePresence(xml)).toEqual({ ok: false, error });
});

test('whatever is read, nothing is thrown', () => {
  const scrap = fc.constantFrom(
    '<tuple>',
    '<status>',
    '</status>',
    '<basic>',
    '<rpid:activities>',
    '<note',
    '&#0;',
    ']]>',
  );
  const text = fc.array(fc.oneof(scrap, fc.string({ maxLength: 5 })), { maxLength: 12 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, (inside) => {
      const read = parsePresence(pidf(inside));
      expect(typeof (read.ok ? presenceStatusOf(read.value) : read.error)).toBe('string');
    }),
  );
});
