import { OFFER, type TortureMessage, torture } from './torture-message.ts';

/** RFC 4475 sections 3.2 to 3.4: right by the grammar, wrong by what it says. */
export const APPLICATION: readonly TortureMessage[] = [
  {
    name: 'badbranch',
    section: '3.2.1',
    about: 'a branch that is only its cookie',
    atServer: 200,
    message: torture('OPTIONS sip:user@example.org SIP/2.0', ['Via: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK']),
  },
  {
    name: 'insuf',
    section: '3.3.1',
    about: 'without Call-ID, From and To',
    atServer: 400,
    message: torture('INVITE sip:user@example.org SIP/2.0', ['Call-ID!', 'From!', 'To!'], OFFER),
  },
  {
    name: 'unkscm',
    section: '3.3.2',
    about: 'a Request-URI of a scheme that nobody knows',
    atServer: 416,
    message: torture('OPTIONS nobodyKnowsThisScheme:totallyopaquecontent SIP/2.0', []),
  },
  {
    name: 'novelsc',
    section: '3.3.3',
    about: 'a Request-URI of a scheme that is not telephony’s',
    atServer: 416,
    message: torture('OPTIONS soap.beep://192.0.2.103:3002 SIP/2.0', []),
  },
  {
    name: 'unksm2',
    section: '3.3.4',
    about: 'schemes that nobody knows in To, From and Contact: a server that need not understand them may go on',
    atServer: 400,
    message: torture('REGISTER sip:example.org SIP/2.0', [
      'To: isbn:2983792873',
      'From: <http://www.example.org>;tag=3234233',
      'Contact: <name:John_Smith>',
    ]),
  },
  {
    name: 'bext01',
    section: '3.3.5',
    about: 'Require of what nobody knows',
    atServer: 420,
    message: torture('INVITE sip:user@example.org SIP/2.0', [
      'Proxy-Require: nothingSupportsThis, nothingSupportsThisEither',
      'Require: nothingSupportsThis, nothingSupportsThisEither',
    ]),
  },
  {
    name: 'invut',
    section: '3.3.6',
    about: 'a body of a kind that nobody knows: first we ask who sends it',
    atServer: 407,
    message: torture(
      'INVITE sip:user@example.org SIP/2.0',
      ['Content-Type: application/unknownformat'],
      '<audio><pcmu port="443"/></audio>',
    ),
  },
  {
    name: 'regaut01',
    section: '3.3.7',
    about: 'credentials of a scheme that nobody knows',
    atServer: 401,
    message: torture('REGISTER sip:example.org SIP/2.0', ['Authorization: NoOneKnowsThisScheme opaque-data=here']),
  },
  {
    name: 'multi01',
    section: '3.3.8',
    about: 'several values where there may be one',
    atServer: 400,
    message: torture(
      'INVITE sip:user@example.org SIP/2.0',
      [
        'CSeq: 5 INVITE',
        'CSeq: 59 INVITE',
        'Call-ID: one@example.org',
        'Call-ID: other@example.org',
        'From: <sip:a@example.org>;tag=1',
        'From: <sip:b@example.org>;tag=2',
      ],
      OFFER,
    ),
  },
  {
    name: 'mcl01',
    section: '3.3.9',
    about: 'two values of Content-Length',
    atServer: 400,
    message: torture(
      'OPTIONS sip:user@example.org SIP/2.0',
      ['Content-Length: 13', 'Content-Length: 5', 'Content-Type: text/plain'],
      'There is no way to know',
    ),
  },
  {
    name: 'bcast',
    section: '3.3.10',
    about: 'a response whose Via names the broadcast address, to a request that was never sent',
    atServer: 'no answer',
    message: torture('SIP/2.0 200 OK', [
      'Via: SIP/2.0/UDP 192.0.2.198;branch=z9hG4bK1',
      'Via: SIP/2.0/UDP 255.255.255.255;branch=z9hG4bK2',
    ]),
  },
  {
    name: 'zeromf',
    section: '3.3.11',
    about: 'the last hop: we are the one that is asked, and answer',
    atServer: 200,
    message: torture('OPTIONS sip:user@example.org SIP/2.0', ['Max-Forwards: 0']),
  },
  {
    name: 'cparam01',
    section: '3.3.12',
    about: 'a parameter of Contact that nobody knows',
    atServer: 401,
    message: torture('REGISTER sip:example.org SIP/2.0', ['Contact: sip:+19725552222@gw1.example.org;unknownparam']),
  },
  {
    name: 'cparam02',
    section: '3.3.13',
    about: 'a parameter of the address in Contact that nobody knows',
    atServer: 401,
    message: torture('REGISTER sip:example.org SIP/2.0', ['Contact: <sip:+19725552222@gw1.example.org;unknownparam>']),
  },
  {
    name: 'regescrt',
    section: '3.3.14',
    about: 'headers in the address in Contact',
    atServer: 401,
    message: torture('REGISTER sip:example.org SIP/2.0', [
      'Contact: <sip:user@example.org?Route=%3Csip:sip.example.org%3E>',
    ]),
  },
  {
    name: 'sdp01',
    section: '3.3.15',
    about: 'an Accept that lets nobody answer: first we ask who sends it',
    atServer: 407,
    message: torture('INVITE sip:user@example.org SIP/2.0', ['Accept: text/nobodyKnowsThis'], OFFER),
  },
  {
    name: 'inv2543',
    section: '3.4.1',
    about: 'an INVITE after RFC 2543: neither branch nor tag nor Max-Forwards, which RFC 3261 has as errors',
    atServer: 400,
    message: torture(
      'INVITE sip:UserB@example.org SIP/2.0',
      [
        'Via: SIP/2.0/UDP iftgw.example.org',
        'From: <sip:+13035551111@ift.example.org:5060;user=phone>',
        'Max-Forwards!',
      ],
      OFFER,
    ),
  },
];
