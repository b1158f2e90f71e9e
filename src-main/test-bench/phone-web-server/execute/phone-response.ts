import { escapeXml } from '../../../base/escape-xml';
import { keyOfUri } from '../../../phone/key-uri';
import { parseInternalUri } from '../../../xsi/objects/internal-uri';
import { parseXsiObject } from '../../../xsi/objects/parse';

/** What became of one item. 0 = done; 6 = "URI not found". */
interface ResponseItem {
  readonly status: 0 | 6;
  readonly url: string;
}

/** 1 = cannot be parsed, 4 = wrong credentials. Tools compare these bytes, with the blank before the slash. */
export const phoneError = (number: 1 | 4): string => `<CiscoIPPhoneError Number="${number}" />`;

/** What a phone answers to an object that is posted to it. */
export type Verdict =
  | { readonly kind: 'refused'; readonly cause: string; readonly answer: string }
  | { readonly kind: 'taken'; readonly answer: string };

export function judgeObject(xml: string): Verdict {
  const object = parseXsiObject(xml);
  if (object.kind === 'CiscoIPPhoneError') return { kind: 'refused', cause: object.cause, answer: phoneError(1) };
  const items = object.kind === 'CiscoIPPhoneExecute' ? object.items.map(({ url }) => itemOf(url)) : [DISPLAYED];
  return { kind: 'taken', answer: phoneResponse(items) };
}

/** An object that is shown has no URL. */
const DISPLAYED: ResponseItem = { status: 0, url: '' };

const itemOf = (url: string): ResponseItem => ({ status: isKnown(url) ? 0 : 6, url });

function isKnown(url: string): boolean {
  const uri = parseInternalUri(url);
  switch (uri.kind) {
    case 'Key':
      return keyOfUri(uri.key) !== null;
    case 'Play':
    case 'Init':
      return true;
    // "SoftKey: … in MenuItem/SoftKeyItem only, never in Execute".
    case 'SoftKey':
    case 'UserCallData':
    case 'QueryStringParam':
      return false;
    case 'unknown':
      return /^(https?|Dial|EditDial):/i.test(uri.uri) || !/^[a-z]+:/i.test(uri.uri);
  }
}

/** One item for each of the request. */
function phoneResponse(items: readonly ResponseItem[]): string {
  const lines = items.map(
    ({ status, url }) =>
      `<ResponseItem Status="${status}" Data="${status === 0 ? 'Success' : 'URI not found'}" URL="${escapeXml(url)}"/>`,
  );
  return [
    '<?xml version="1.0" encoding="iso-8859-1"?>',
    '<CiscoIPPhoneResponse>',
    ...lines,
    '</CiscoIPPhoneResponse>',
    '',
  ].join('\r\n');
}
