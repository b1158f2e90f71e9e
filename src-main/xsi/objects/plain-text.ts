import { type CiscoIPPhoneText, LONGEST_BODY } from './xsi-object';

/** A page that is no XML: shown as a text without a title, a prompt and keys of its own, cut where such a text must end. */
export const plainText = (body: string): CiscoIPPhoneText => ({
  kind: 'CiscoIPPhoneText',
  title: '',
  text: printable(body).slice(0, LONGEST_BODY),
  prompt: '',
  softkeys: [],
});

/** Of the control characters a phone knows CR, LF and TAB. */
const printable = (body: string): string =>
  body
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .trim();
