import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Core, Grammar } from 'sip.js';
import { describe, expect, test } from 'vitest';
import { redact } from '../../../src-main/app/diagnostics/redact';
import { hasExpired } from '../../../src-main/app/phones/expires-header';
import { parseRefresh } from '../../../src-main/app/phones/refresh-header';
import { decoded, isPlain } from '../../../src-main/app/phones/service-body';
import { linkAmong, readLink } from '../../../src-main/app/read-link';
import { parseCredentials } from '../../../src-main/callmanager/sip-server/digest';
import { parseCount } from '../../../src-main/callmanager/sip-server/lifetimes';
import { readMessage } from '../../../src-main/callmanager/sip-server/message-reader';
import { parseReplaces } from '../../../src-main/callmanager/sip-server/replaces';
import { Sdi } from '../../../src-main/cef/sdi/sdi';
import { readCrypto } from '../../../src-main/media-gateway/sdp/crypto-attribute';
import { readSdp } from '../../../src-main/media-gateway/sdp/read-sdp';
import { parseCompletion } from '../../../src-main/pbx/completion/call-completion';
import { completionOffer, forwardReason } from '../../../src-main/sip/call-headers';
import { addressIn, entriesIn, preferenceIn } from '../../../src-main/sip/contacts';
import { parseDialogInfo } from '../../../src-main/sip/dialog-info';
import { chooseChallenge } from '../../../src-main/sip/digest/challenge';
import { readDigestParameters } from '../../../src-main/sip/digest/parameters';
import { hasTooManyHeaders } from '../../../src-main/sip/header-count';
import { splitHead } from '../../../src-main/sip/header-lines';
import { readNameAddress } from '../../../src-main/sip/lenient/name-address';
import { parametersIn, readUri } from '../../../src-main/sip/lenient/uri';
import { parseMessageSummary } from '../../../src-main/sip/message-summary';
import { headerOf, methodIn, readMessage as readCarried, statusIn } from '../../../src-main/sip/message-text';
import { assertedParty, isAnsweredElsewhere, partyNamed } from '../../../src-main/sip/party';
import { parsePresence } from '../../../src-main/sip/presence';
import { redactSip } from '../../../src-main/sip/redact-sip';
import { redirectTargets, withCallableContacts } from '../../../src-main/sip/redirect';
import { refusalOf } from '../../../src-main/sip/refuse-unreadable';
import { requestFault } from '../../../src-main/sip/request-fault';
import { hasForeignBody, withSessionBody } from '../../../src-main/sip/session-body';
import { isTakable, offeredDirection, voiceAlone } from '../../../src-main/sip/session-description';
import { userOf } from '../../../src-main/sip/sip-address';
import { StreamFraming } from '../../../src-main/sip/stream-framing';
import { withUsualNames } from '../../../src-main/sip/usual-names';
import { hostIn, seenAt, topVia } from '../../../src-main/sip/via';
import { dialledNumber, numberWritten } from '../../../src-main/sip/written-number';
import { documentIn } from '../../../src-main/test-bench/phone-web-server/execute/document-in';
import { judgeObject } from '../../../src-main/test-bench/phone-web-server/execute/phone-response';
import { readRequest } from '../../../src-main/test-bench/phone-web-server/http/read-request';
import { parseDictionary } from '../../../src-main/xsi/objects/dictionary';
import { parseInternalUri } from '../../../src-main/xsi/objects/internal-uri';
import { parseXsiObject } from '../../../src-main/xsi/objects/parse';
import { plainText } from '../../../src-main/xsi/objects/plain-text';
import { parseRingList } from '../../../src-main/xsi/objects/ring-list';
import { asksForAnswer } from '../../../src-renderer/line/auto-answer';
import { sourceOf } from '../../../src-renderer/line/caller-source';
import { withReadableReferTo } from '../../../src-renderer/line/sip-js-fixes/hear-every-referral';
import { readFragment } from '../../../src-renderer/line/transfer/sip-fragment';

const LENGTH = 64 * 1024;
/** A fourth of it tells the quick ones, in milliseconds: of those that are slower the whole must take no more than in proportion. */
const PART = LENGTH / 4;
const QUICK = 15;
/** Four times is linear, sixteen times is quadratic. */
const PROPORTION = 8;

const silent = { error() {}, warn() {}, log() {}, debug() {} } as unknown as Core.Logger;
const sdi = new Sdi('Test', { now: () => 0 }, { write() {} });
const headersOf = (text: string) => ({ getHeaders: () => [text], getHeader: () => text }) as never;

const message = (header: string): string =>
  `REGISTER sip:phone.invalid SIP/2.0\r\nVia: SIP/2.0/WS a;branch=z9hG4bK1\r\nFrom: <sip:1@a>;tag=1\r\nTo: <sip:1@a>\r\nCall-ID: 1\r\nCSeq: 1 REGISTER\r\n${header}\r\n\r\n`;
const redirected = (contact: string): string => `SIP/2.0 302 Moved\r\nContact: ${contact}\r\n\r\n`;

/** Who reads text from outside. Those of the rooms below are here by the names of their exports. */
const READERS: Readonly<Record<string, (text: string) => unknown>> = {
  documentIn: (text) => documentIn(Buffer.from(text)),
  judgeObject,
  readWebRequest: (text) => readRequest(Buffer.from(text)),
  hostIn,
  methodIn: (text) => [methodIn(text), methodIn(`INVITE ${text}`)],
  readCrypto: (text) => readCrypto(`1 AES_CM_128_HMAC_SHA1_80 inline:${text}`),
  readSdp: (text) => readSdp(`m=audio ${text}\r\nc=${text}\r\na=rtpmap:${text}\r\na=crypto:${text}\r\n${text}`),
  statusIn,
  streamFraming: (text) => new StreamFraming().add(new TextEncoder().encode(`l: ${text}\r\n\r\n`)),
  topVia: (text) => {
    const carried = readCarried(message(text)) ?? readCarried(text);
    const via = topVia({ startLine: '', headers: [{ name: 'v', value: `SIP/2.0/UDP ${text}` }], body: '' });
    return [carried && headerOf(carried, 'call-id'), via && seenAt(via)];
  },
  parametersIn,
  readNameAddress: (text) => [readNameAddress(text), readNameAddress(`<sip:${text}>`)],
  readUri: (text) => [readUri(text), readUri(`sip:${text}`), readUri(`tel:${text}`), readUri(`sip:a@b;${text}`)],
  refusalOf: (text) => [refusalOf(`OPTIONS ${text}`, ''), refusalOf(message(`To: ${text}`), '')],
  requestFault: (text) => [requestFault(text), requestFault(message(text)), requestFault(message(`Contact: ${text}`))],
  splitHead,
  addressIn,
  chooseChallenge: (text) => chooseChallenge([`Digest ${text}`, text]),
  completionOffer: (text) => completionOffer([text]),
  assertedParty: (text) => assertedParty([text], []),
  hasForeignBody: (text) => hasForeignBody(text, text),
  isAnsweredElsewhere: (text) => [isAnsweredElsewhere([text]), isAnsweredElsewhere([`SIP;${text}`])],
  isTakable: (text) => [isTakable(text, []), isTakable(`m=audio ${text}`, []), isTakable(`a=rtpmap:${text}`, [])],
  offeredDirection: (text) => [offeredDirection(text), offeredDirection(`m=audio ${text}`)],
  partyNamed: (text) => partyNamed(text, text, text),
  voiceAlone: (text) => [voiceAlone(text), voiceAlone(`m=video ${text}`), voiceAlone(`a=group:BUNDLE ${text}\r\nm=x`)],
  withSessionBody: (text) => [
    withSessionBody(message(`Content-Type: ${text}`)),
    withSessionBody(message(`Content-Type: multipart/mixed;${text}`)),
    withSessionBody(`${message('Content-Type: multipart/mixed;boundary=a')}${text}`),
  ],
  withUsualNames: (text) => [withUsualNames(message(text)), withUsualNames(message(`Subscription-State: ${text}`))],
  dialledNumber: (text) => [dialledNumber(text), dialledNumber(`1${text}`)],
  numberWritten: (text) => [numberWritten(text), numberWritten(`1 ${text}`), numberWritten(`tel:${text}`)],
  decoded: (text) => decoded(Buffer.from(text), text),
  entriesIn,
  forwardReason: (text) => forwardReason([text], [text]),
  hasTooManyHeaders,
  hasExpired: (text) => hasExpired(text, 0),
  isPlain,
  linkAmong: (text) => linkAmong([text]),
  parseCompletion,
  parseCount,
  parseCredentials: (text) => parseCredentials(`Digest ${text}`),
  parseDialogInfo,
  parseDictionary: (text) => attempt(() => parseDictionary(text)),
  parseInternalUri,
  parseMessageSummary,
  parsePresence,
  parseRefresh: (text) => parseRefresh(text, new URL('http://127.0.0.1/')),
  parseReplaces: (text) => attempt(() => parseReplaces(text)),
  parseRingList: (text) => attempt(() => parseRingList(text, () => {})),
  parseXsiObject,
  plainText,
  preferenceIn,
  readFragment,
  readLink,
  readMessage: (text) => [
    readMessage(message(`X-Long: ${text}`), silent),
    readMessage(message(`Contact: ${text}`), silent),
    readMessage(message(`Authorization: Digest ${text}`), silent),
    readMessage(text, silent),
  ],
  redact: (text) => redact(text, ['secret']),
  readDigestParameters,
  redactSip,
  redirectTargets: (text) => redirectTargets(302, [text]),
  sdi: (text) => sdi.trace(text),
  sourceOf: (text) => sourceOf(headersOf(text)),
  asksForAnswer: (text) => asksForAnswer(headersOf(text)),
  userOf,
  withCallableContacts: (text) => withCallableContacts(redirected(text), Grammar.URIParse),
  withReadableReferTo: (text) => withReadableReferTo(`REFER sip:a SIP/2.0\r\nRefer-To: ${text}\r\n\r\n`),
};

/** What makes a reader look again: one after the other, of the length above. */
const SHAPES: readonly string[] = [
  ' ',
  ' \t',
  '\r\n',
  '\r\n ',
  ' \r\n',
  '\n \n',
  'a',
  'a ',
  '1',
  '"',
  '"\\"',
  '\\',
  '<',
  '>',
  '<>',
  '<a',
  '<sip:a>',
  '<sip:a>,',
  '<!--',
  '<![CDATA[',
  '<a b="',
  '&amp;',
  '&',
  '&#1;',
  ',',
  ';',
  ';q',
  ';q=',
  '; ',
  ':',
  '=',
  'a=',
  'a="',
  'a=,',
  'nonce="',
  '?',
  '@',
  '@a',
  '%',
  '%41',
  'sip:',
  'sip:a:',
  'sip:a@',
  'password',
  'password="\\',
  'Authorization: ',
  'a:b\r\n',
  'a: \r\n',
  'Contact: <sip:a>\r\n',
  'Via: a\r\n',
  '(',
  '()',
  '[',
  '+',
  '🙂',
];

const BEGINNINGS: readonly string[] = ['', '"', 'sip:'];

const attempt = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return error;
  }
};

/** In milliseconds of this process's own work: what else the machine does meanwhile does not count. */
function timeOf(read: (text: string) => unknown, text: string): number {
  const begun = process.cpuUsage();
  read(text);
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1000;
}

function isSlow(read: (text: string) => unknown, beginning: string, shape: string): boolean {
  const textOf = (length: number): string => beginning + shape.repeat(Math.ceil(length / shape.length));
  const part = timeOf(read, textOf(PART));
  return part > QUICK && timeOf(read, textOf(LENGTH)) > PROPORTION * part;
}

describe('64 KB of the worst that a reader can be given take it no longer than in proportion', () => {
  test.each(Object.entries(READERS))(
    '%s',
    (_name, read) => {
      const slow = SHAPES.flatMap((shape) => BEGINNINGS.map((beginning) => ({ beginning, shape }))).filter(
        // A collection of garbage counts as well: a reader that is slow is so each time.
        ({ beginning, shape }) => [1, 2, 3].every(() => isSlow(read, beginning, shape)),
      );
      expect(slow).toEqual([]);
    },
    300_000,
  );
});

test('whoever reads SIP is among them', () => {
  const folder = resolve(import.meta.dirname, '../../../src-main/sip');
  const readers = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    // The transactions look at no more of a message than the readers above have found.
    .filter((file) => file.endsWith('.ts') && !file.startsWith('transactions'))
    .flatMap((file) => [
      ...readFileSync(`${folder}/${file}`, 'utf8').matchAll(
        /^export (?:function|const) (\w+)(?: = )?\(\w+: (?:readonly )?string/gm,
      ),
    ])
    .map(([, name = '']) => name)
    .filter((name) => !['bracketed', 'isSameUser', 'readMessage', 'redactSip'].includes(name));
  expect(readers.filter((name) => !(name in READERS))).toEqual([]);
});
