/**
 * What a refused registration means, and what to do. The status is the final one: a 401 or 407 here came after our
 * answer to the server's question for the password.
 */
const WORDS: ReadonlyMap<number, string> = new Map([
  [
    400,
    'The server calls the registration malformed. Check number and domain; some servers also refuse addresses that end in .invalid (Advanced).',
  ],
  [401, 'The password or the authentication user is wrong.'],
  [402, 'The server wants to be paid before it lets this number register. Ask its administrator.'],
  [
    403,
    'The server does not allow this number to register. On some servers that means a wrong password; else ask the administrator.',
  ],
  [404, 'The server does not know this number in this domain. Check both.'],
  [405, 'The server takes no registrations at this address. Check the WebSocket address.'],
  [407, 'The password or the authentication user is wrong.'],
  [408, 'The server found nobody in time who could decide on the registration. Try again later.'],
  [420, 'The server wants a SIP extension that this phone does not have. Ask its administrator.'],
  [421, 'The server wants a SIP extension that this phone does not have. Ask its administrator.'],
  [423, 'The server wants registrations to last longer. Type a larger number at "Registration lasts", like 3600.'],
  [
    439,
    'The server wants "outbound" (RFC 5626), and what stands between it and this phone does not have it. Ask the administrator.',
  ],
  [480, 'The server cannot register this number now. Try again later.'],
  [500, 'The server has an error of its own. Try again later, and tell its administrator if it lasts.'],
  [501, 'The server takes no registrations. Check the WebSocket address.'],
  [502, 'A server behind this one gave no sensible answer. Try again later, and tell the administrator if it lasts.'],
  [503, 'The server is overloaded or being serviced. Try again later.'],
  [504, 'A server behind this one did not answer. Try again later, and tell the administrator if it lasts.'],
  [603, 'The server refuses this number. Ask its administrator.'],
]);

const NO_ANSWER =
  'The server did not answer. Check that the WebSocket address is the one for SIP clients; the server may also have gone away.';

/**
 * @param status of the final answer to REGISTER; null where none came
 * @returns a sentence or two for the user, ending in the status
 */
export function registrationWords(status: number | null): string {
  if (status === null) return NO_ANSWER;
  return `${WORDS.get(status) ?? otherWords(status)} (${status})`;
}

function otherWords(status: number): string {
  if (status >= 600) return 'The server refuses this number. Ask its administrator.';
  if (status >= 500) return 'The server cannot do it now. Try again later.';
  if (status >= 400)
    return 'The server refuses the registration. Ask its administrator, and tell the number in brackets.';
  return 'The server gave an answer that nobody expects to a registration. Check the WebSocket address.';
}
