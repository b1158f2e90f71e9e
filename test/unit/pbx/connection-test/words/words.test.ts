import { expect, test } from 'vitest';
import { registrationWords } from '../../../../../src-main/pbx/connection-test/words/registration-words';
import { nameWords, tcpWords, tlsWords } from '../../../../../src-main/pbx/connection-test/words/socket-words';
import { refusalWords } from '../../../../../src-main/pbx/connection-test/words/subscription-words';
import { webSocketWords } from '../../../../../src-main/pbx/connection-test/words/web-socket-words';

test('a refused registration: the likely cause, what to do, and the status for whoever asks', () => {
  const begins = (status: number | null, words: string) => expect(registrationWords(status)).toMatch(words);
  begins(401, 'The password or the authentication user is wrong. (401)');
  begins(407, 'The password or the authentication user is wrong. (407)');
  begins(403, 'On some servers that means a wrong password');
  begins(404, 'does not know this number in this domain');
  begins(423, 'Type a larger number at "Registration lasts"');
  begins(480, 'cannot register this number now');
  begins(500, 'an error of its own');
  begins(503, 'overloaded or being serviced');
  begins(408, 'Try again later. (408)');
  begins(null, 'The server did not answer.');
});

test('a status that nobody has words for still says who is at fault, and every one ends in the status', () => {
  const all = Array.from({ length: 400 }, (_, at) => 300 + at);
  expect(all.filter((status) => !registrationWords(status).endsWith(` (${status})`))).toEqual([]);
  expect([302, 499, 599, 699].map(registrationWords)).toEqual([
    'The server gave an answer that nobody expects to a registration. Check the WebSocket address. (302)',
    'The server refuses the registration. Ask its administrator, and tell the number in brackets. (499)',
    'The server cannot do it now. Try again later. (599)',
    'The server refuses this number. Ask its administrator. (699)',
  ]);
});

test('a refused subscription: what the server does not do, or does not allow', () => {
  expect([489, 403, 404, 503, 400, null].map((status) => refusalWords('dialog', status))).toEqual([
    'The server does not tell of calls of other lines. (489)',
    'The server does not allow this number to ask for the calls of other lines. Ask its administrator. (403)',
    expect.stringContaining('set up number by number'),
    'The server cannot tell of calls of other lines now. (503)',
    'The server refuses to tell of calls of other lines. (400)',
    'The server ended the subscription to the calls of other lines.',
  ]);
});

test('a WebSocket that does not come about: what the HTTP status means', () => {
  const words = (status: number, path = '/ws') =>
    webSocketWords('a:443', path, { kind: 'status', status, location: null });
  expect([404, 403, 426, 200, 503, 500, 301, 401].map((status) => words(status))).toEqual([
    'There is no WebSocket at this address: check the path /ws. (HTTP 404)',
    expect.stringContaining('ours is app://line'),
    expect.stringContaining('does not take it for the beginning of a WebSocket'),
    'a:443 is a web server, but no WebSocket server: check the path /ws. (HTTP 200)',
    expect.stringContaining('the SIP server behind it did not'),
    'The server has an error of its own. Ask its administrator. (HTTP 500)',
    expect.stringContaining('SIP clients do not follow'),
    expect.stringContaining('a password of its own'),
  ]);
  expect(words(404, '/')).toContain('a path may be missing, like /ws');
});

test('the way to the server: names, connections, TLS', () => {
  expect([
    nameWords('a', 'ENOTFOUND'),
    nameWords('a', 'EAI_AGAIN'),
    tcpWords('a:1', 'ECONNREFUSED'),
    tcpWords('a:1', 'ENETUNREACH'),
    tcpWords('a:1', 'ETIMEDOUT'),
    tcpWords('a:1', 'EODD'),
    tlsWords('a:1', 'ERR_SSL_WRONG_VERSION_NUMBER'),
    tlsWords('a:1', 'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION'),
    tlsWords('a:1', 'ECONNRESET'),
    tlsWords('a:1', 'ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE'),
  ]).toEqual([
    expect.stringMatching('The name a is not known.'),
    expect.stringMatching('cannot be looked up now'),
    expect.stringMatching('Nothing listens at a:1.'),
    expect.stringMatching('There is no way to a:1'),
    expect.stringMatching('a:1 does not answer.'),
    expect.stringMatching(/EODD/),
    expect.stringMatching('a:1 does not speak TLS.'),
    expect.stringMatching('too old to be safe'),
    expect.stringMatching('closed the connection while it was being secured'),
    expect.stringMatching('no common way'),
  ]);
});
