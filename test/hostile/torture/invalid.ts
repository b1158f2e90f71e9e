import { OFFER, type TortureMessage, torture } from './torture-message.ts';

const INVITE = 'INVITE sip:watson@example.org SIP/2.0';

/** RFC 4475 section 3.1.2: wrong by the grammar. */
export const INVALID: readonly TortureMessage[] = [
  {
    name: 'badinv01',
    section: '3.1.2.1',
    about: 'separators without anything between them',
    atServer: 400,
    message: torture(INVITE, ['Via: SIP/2.0/UDP 192.0.2.15;;,;,,', 'Contact: "Joe" <sip:joe@example.org>;;;;'], OFFER),
  },
  {
    name: 'clerr',
    section: '3.1.2.2',
    about: 'Content-Length of more than there is',
    atServer: 400,
    message: torture(INVITE, ['Content-Length: 9999'], OFFER),
  },
  {
    name: 'ncl',
    section: '3.1.2.3',
    about: 'Content-Length below zero',
    atServer: 400,
    message: torture(INVITE, ['Content-Length: -999'], OFFER),
  },
  {
    name: 'scalar02',
    section: '3.1.2.4',
    about: 'numbers beyond their range',
    atServer: 400,
    message: torture('REGISTER sip:example.org SIP/2.0', [
      'CSeq: 36893488147419103232 REGISTER',
      'Max-Forwards: 300',
      'Expires: 10000000000000000000000000000000000000000000000000000',
      'Contact: <sip:user@host129.example.org>;expires=280297596632815',
    ]),
  },
  {
    name: 'scalarlg',
    section: '3.1.2.5',
    about: 'a response with numbers beyond their range',
    atServer: 'no answer',
    message: torture('SIP/2.0 503 Service Unavailable', [
      'CSeq: 9292394834772304023312 OPTIONS',
      'Retry-After: 949302838503028349304023988',
      'Warning: 1812 overture "In Progress"',
    ]),
  },
  {
    name: 'quotbal',
    section: '3.1.2.6',
    about: 'a display name whose quote does not end',
    atServer: 400,
    message: torture(INVITE, ['To: "Mr. J. User <sip:watson@example.org>'], OFFER),
  },
  {
    name: 'ltgtruri',
    section: '3.1.2.7',
    about: 'a Request-URI in brackets',
    atServer: 400,
    message: torture('INVITE <sip:watson@example.org> SIP/2.0', [], OFFER),
  },
  {
    name: 'lwsruri',
    section: '3.1.2.8',
    about: 'a blank in the Request-URI',
    atServer: 400,
    message: torture('INVITE sip:watson@example.org; lr SIP/2.0', [], OFFER),
  },
  {
    name: 'lwsstart',
    section: '3.1.2.9',
    about: 'several blanks between the parts of the start line',
    atServer: 400,
    message: torture('INVITE  sip:watson@example.org  SIP/2.0', [], OFFER),
  },
  {
    name: 'trws',
    section: '3.1.2.10',
    about: 'blanks behind the start line',
    atServer: 400,
    message: torture('OPTIONS sip:remote-target@example.org SIP/2.0  ', []),
  },
  {
    name: 'escruri',
    section: '3.1.2.11',
    about: 'headers in the Request-URI',
    atServer: 400,
    message: torture('INVITE sip:watson@example.org?Route=%3Csip:example.org%3E SIP/2.0', [], OFFER),
  },
  {
    name: 'baddate',
    section: '3.1.2.12',
    about: 'a Date of another time zone, which a server may overlook',
    atServer: 407,
    message: torture(INVITE, ['Date: Fri, 01 Jan 2010 16:00:00 EST'], OFFER),
  },
  {
    name: 'regbadct',
    section: '3.1.2.13',
    about: 'a Contact with headers, not in brackets',
    atServer: 400,
    message: torture('REGISTER sip:example.org SIP/2.0', [
      'Contact: sip:user@example.org?Route=%3Csip:sip.example.org%3E',
    ]),
  },
  {
    name: 'badaspec',
    section: '3.1.2.14',
    about: 'blanks within the brackets',
    atServer: 400,
    message: torture('OPTIONS sip:user@example.org SIP/2.0', ['To: "Watson, Thomas" < sip:t.watson@example.org >']),
  },
  {
    name: 'baddn',
    section: '3.1.2.15',
    about: 'a comma in a display name without quotes',
    atServer: 400,
    message: torture('OPTIONS sip:t.watson@example.org SIP/2.0', [
      'From: Bell, Alexander <sip:a.g.bell@example.org>;tag=43',
    ]),
  },
  {
    name: 'badvers',
    section: '3.1.2.16',
    about: 'another version of SIP',
    atServer: 505,
    message: torture('OPTIONS sip:t.watson@example.org SIP/7.0', [
      'Via: SIP/7.0/UDP c.example.org;branch=z9hG4bKkdjuw',
    ]),
  },
  {
    name: 'mismatch01',
    section: '3.1.2.17',
    about: 'CSeq of another method',
    atServer: 400,
    message: torture('OPTIONS sip:user@example.org SIP/2.0', ['CSeq: 8 INVITE']),
  },
  {
    name: 'mismatch02',
    section: '3.1.2.18',
    about: 'a method that nobody knows, and CSeq of another',
    atServer: 400,
    message: torture('NEWMETHOD sip:user@example.org SIP/2.0', ['CSeq: 8 INVITE'], OFFER),
  },
  {
    name: 'bigcode',
    section: '3.1.2.19',
    about: 'a status of ten digits',
    atServer: 'no answer',
    message: torture('SIP/2.0 4294967301 better not break the receiver', []),
  },
];
