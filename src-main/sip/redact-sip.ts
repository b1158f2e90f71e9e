// A header goes on in the lines below it that begin with a blank (RFC 3261 section 7.3.1).
const credentials = /^([ \t]*(?:proxy-)?authorization[ \t]*:).*(?:\r?\n[ \t]+\S.*)*/gim;
// A digit of a call's menu, in the body of an INFO: one of a PIN, as often as not.
const digit = /^(signal[ \t]*=).*/gim;

/** The text of a SIP message with its credentials and pressed digits taken out, fit for a trace. */
export function redactSip(text: string): string {
  return text.replace(credentials, '$1 (withheld)').replace(digit, '$1 (withheld)');
}
