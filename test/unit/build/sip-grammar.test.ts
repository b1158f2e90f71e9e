import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compileRule } from '../../../src-main/build/peg-compiler';
import { compileSipGrammar } from '../../../src-main/build/sip-grammar';

type Parse = (input: string, options: { startRule: string; data?: unknown }) => unknown;

const file = fileURLToPath(new URL('../../../node_modules/sip.js/lib/grammar/pegjs/dist/grammar.js', import.meta.url));
const source = readFileSync(file, 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'callback-phone-grammar-'));
let theirs: Parse;
let ours: Parse;

beforeAll(async () => {
  const compiled = join(folder, 'grammar.mjs');
  const here = pathToFileURL(join(dirname(file), '../..')).href;
  writeFileSync(compiled, compileSipGrammar(source).replaceAll('from "../..', `from "${here}`));
  theirs = (await import(pathToFileURL(file).href)).parse;
  ours = (await import(pathToFileURL(compiled).href)).parse;
});
afterAll(() => rmSync(folder, { recursive: true }));

/** As SIP.js's Grammar.parse calls it: what a fault was does not matter, only that there is one. */
function read(parse: Parse, startRule: string, text: string): unknown {
  const options: Parameters<Parse>[1] = { startRule };
  try {
    parse(text, options);
  } catch {
    return 'not by the grammar';
  }
  return options.data;
}

/** By the rule that SIP.js reads them with; many are those of RFC 3261 and of RFC 4475, Session Initiation Protocol Torture Test Messages. */
const HEADERS: Readonly<Record<string, readonly string[]>> = {
  Request_Response: [
    'REGISTER sip:callback-phone.invalid SIP/2.0',
    'SIP/2.0 200 = 2**3 * 5**2 но сто девяносто девять - простое',
    'INVITE sip:vivekg@chair-dnrc.example.com;unknownparam SIP/2.0',
    "!interesting-Method0123456789_*+`.%indeed'~ sip:1_unusual.URI~(to-be!sure)&isn't+it$/crazy?,/;;*:&it+has=1,weird!*pas$wo~d_too.(doesn't-it)@example.com SIP/2.0",
    'INVITE tel:+1-972-555-2222 SIP/2.0',
  ],
  Via: [
    'SIP/2.0/WS df7jal23ls0d.invalid;branch=z9hG4bK56sdasks;received=127.0.0.1',
    'SIP  / 2.0\r\n /UDP\r\n    192.0.2.2;branch=390skdjuw',
    'SIP/2.0/TCP spindle.example.com:5060 ;branch  =   z9hG4bK9ikj8 ;rport=49152',
    'SIP/2.0/UDP [2001:db8::9:1];received=[2001:db8::9:255];branch=z9hG4bKas3-111;ttl=3;maddr=192.0.2.1',
  ],
  From: [
    '"J Rosenberg \\\\\\""       <sip:jdrosen@example.com>\r\n  ;\r\n  tag = 98asjd8',
    'Alice <sip:1001@callback-phone.invalid>;tag=1928301774',
    'sip:+12125551212@server.phone2net.com;tag=887s',
    '<sip:caller@[2001:db8::1]>;tag=a',
  ],
  To: [
    'sip:vivekg@chair-dnrc.example.com ;   tag    = 1918181833n',
    '<sip:1002@callback-phone.invalid>',
    'isbn:2983792873',
  ],
  CSeq: [
    '0009\r\n  INVITE',
    '1 REGISTER',
    "139122385 !interesting-Method0123456789_*+`.%indeed'~",
    '36893488147419103232 REGISTER',
  ],
  Contact: [
    '<sip:x1@abc.invalid;transport=ws>;+sip.ice;reg-id=1;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>";expires=300',
    '"Quoted string \\"\\"" <sip:jdrosen@example.com> ; newparam =\r\n      newvalue ;\r\n  secondparam ; q = 0.33',
    '*',
    'sip:a@b.example;q=0.7, <sip:c@d.example?Replaces=1%3Bto-tag%3D2>;q=1.0 , tel:+4922855',
  ],
  Name_Addr_Header: ['"Ännchen" <sip:1003@127.0.0.1:5060;lr>;a=b', '<sips:bob@[::1]>', 'nobody'],
  Record_Route: ['<sip:p1.example.com;lr>,<sip:p2.example.com:5061;lr>;x=y'],
  SIP_URI: [
    'sip:1002@127.0.0.1:5060;transport=ws',
    'sips:%61lice:secret@EXAMPLE.com?to=a%40b&x=',
    'sip:',
    'sip:%ff@a.b',
  ],
  WWW_Authenticate: ['Digest realm="a \\"b\\"", nonce="8f", qop="auth,auth-int", algorithm=MD5, opaque="", stale=TRUE'],
  Referred_By: ['<sip:r@ref.example>;cid="2UWQFN309shb3@ref.example"'],
  Refer_To: ['<sip:1003@x.invalid?Replaces=c1%40h%3Bto-tag%3Da%3Bfrom-tag%3Db>'],
  Replaces: ['425928@bobster.example.org;to-tag=7743;from-tag=6472', '1@h;from-tag=a;to-tag=b;early-only'],
  Subscription_State: ['active;expires=600', 'terminated ; reason = noresource;retry-after=3', 'pending'],
  Event: ['dialog;id=1', 'presence', 'message-summary'],
  Content_Type: ['application/dialog-info+xml', 'multipart/mixed ; boundary="7a9c\\"b"'],
  Content_Disposition: ['session;handling=optional', 'early-session'],
  Content_Length: ['0', '0000349'],
  Call_ID: ['intmeth.word%ZK-!.*_+\'@word`~)(><:\\/"][?}{', 'a84b4c76e66710'],
  Max_Forwards: ['0068'],
  Min_SE: ['90;x=1'],
  Session_Expires: ['1800;refresher=uac', '90'],
  Supported: ['100rel, replaces ,timer', ''],
  Require: ['nothingSupportsThis, nothingSupportsThisEither'],
  Proxy_Authenticate: ['Digest realm="x", nonce="1", stale=false'],
  absoluteURI: ['http://a.example/b?c=d', 'isbn:2983792873'],
  host: ['xn--bcher-kva.example', '192.0.2.1', '[2001:db8::10:192.0.2.1]'],
  stun_URI: ['stun:stun.example:3478', 'stuns:a'],
  turn_URI: ['turn:t.example?transport=udp'],
  uuid: ['f81d4fae-7dec-11d0-a765-00a0c91e6bf6', 'f81d4fae'],
  quoted_string: ['"a \\"b"', '"a'],
  challenge: ['Digest realm="x", nonce="1"', 'Basic a=b'],
  sipfrag: ['SIP/2.0 200 OK', 'SIP/2.0 100 Trying\r\n', 'To: <sip:a@b>'],
  displayName: ['"a"', 'a b c'],
};
const CASES = Object.entries(HEADERS).flatMap(([rule, texts]) => texts.map((text) => ({ rule, text })));

describe("SIP.js's grammar, compiled", () => {
  test.each(CASES)('reads $rule: $text', ({ rule, text }) => {
    const known = read(theirs, rule, text);

    expect(read(ours, rule, text)).toStrictEqual(known);
  });

  test('reads, or refuses, whatever the original does, by whichever rule, also where the text is broken', () => {
    const broken = fc
      .tuple(fc.constantFrom(...CASES), fc.nat(), fc.nat({ max: 3 }), fc.string({ maxLength: 3 }), fc.boolean())
      .chain(([{ rule, text }, place, less, more, other]) => {
        const at = place % (text.length + 1);
        const rules = other ? fc.constantFrom(...Object.keys(HEADERS)) : fc.constant(rule);
        return fc.record({ rule: rules, text: fc.constant(text.slice(0, at) + more + text.slice(at + less)) });
      });

    fc.assert(
      fc.property(broken, ({ rule, text }) => {
        expect(read(ours, rule, text)).toStrictEqual(read(theirs, rule, text));
      }),
      { numRuns: 500 },
    );
  });

  test('is tried with every rule that texts are read by', () => {
    const rules = /peg\$startRuleIndices = \{(.*)\}/.exec(source)?.[1] ?? '';

    expect(Object.keys(HEADERS).sort()).toStrictEqual([...rules.matchAll(/(\w+):/g)].map(([, rule]) => rule).sort());
  });

  test.each([
    ['a grammar of another shape', 'export const parse = () => {};', /no "const peg\$consts/],
    [
      'actions that use more of the parser',
      source.replace('peg$currPos,', 'peg$maxFailPos,'),
      /use more of its parser/,
    ],
  ])('is not made from %s', (_what, code, words) => {
    expect(() => compileSipGrammar(code)).toThrow(words);
  });

  test.each([
    ['an instruction that pegjs does not have', [99], 'no instruction of pegjs: 99'],
    ['an instruction that is cut off', [27], 'in the middle of an instruction'],
    ['a rule that leaves nothing', [], 'a rule leaves 0 values'],
    ['branches that do not fit together', [5, 14, 1, 2, 5, 5, 5], 'leave different stacks'],
  ])('is not made of %s', (_what, bytecode, words) => {
    expect(() => compileRule(bytecode)).toThrow(words);
  });
});
