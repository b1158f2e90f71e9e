import { DOMParser, type Document, type Element } from '@xmldom/xmldom';
import { children, parseError, parseSoftkeys, text } from './element';
import type { MenuObject } from './menu-objects';
import { parseMenuObject } from './parse-menu-object';
import type { CiscoIPPhoneError, CiscoIPPhoneExecute, CiscoIPPhoneText, XsiObject } from './xsi-object';

/**
 * Reads one XML object as a phone does. The order of the fields does not matter: the two generations of Cisco's schema
 * contradict each other in it, and servers in the field follow neither.
 *
 * @returns the object, or the error that the phone answers with: it never throws on bad XML.
 */
export function parseXsiObject(xml: string): XsiObject | MenuObject | CiscoIPPhoneError {
  const root = rootOf(xml);
  if (typeof root === 'string') return parseError(root);
  switch (root.tagName) {
    case 'CiscoIPPhoneText':
      return parseText(root);
    case 'CiscoIPPhoneExecute':
      return parseExecute(root);
    default:
      return parseMenuObject(root) ?? parseError(`this phone does not know the object ${root.tagName}`);
  }
}

function rootOf(xml: string): Element | string {
  let problem = '';
  try {
    const parser = new DOMParser({
      onError: (level, message) => {
        if (level !== 'warning') problem ||= message;
      },
    });
    const document: Document = parser.parseFromString(xml, 'text/xml');
    if (problem) return problem;
    return document.documentElement ?? 'there is no XML in it';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function parseText(root: Element): CiscoIPPhoneText | CiscoIPPhoneError {
  const softkeys = parseSoftkeys(root);
  if ('kind' in softkeys) return softkeys;
  const appId = root.getAttribute('appId');
  const object: CiscoIPPhoneText = {
    kind: 'CiscoIPPhoneText',
    ...(appId ? { appId } : {}),
    title: text(root, 'Title'),
    text: text(root, 'Text'),
    prompt: text(root, 'Prompt'),
    softkeys,
  };
  if (object.text.length > 4000) return parseError('Text is longer than 4000 characters');
  if (object.title.length > 32 || object.prompt.length > 32)
    return parseError('Title or Prompt is longer than 32 characters');
  return object;
}

function parseExecute(root: Element): CiscoIPPhoneExecute | CiscoIPPhoneError {
  const items = children(root, 'ExecuteItem').map((item) => ({
    url: item.getAttribute('URL') ?? '',
    priority: Number(item.getAttribute('Priority') ?? 0),
  }));
  if (items.length === 0 || items.length > 3) return parseError('an Execute object holds one to three items');
  const bad = items.find((item) => !item.url || item.url.length > 256 || ![0, 1, 2].includes(item.priority));
  return bad
    ? parseError(`the item "${bad.url}" has no URL, too long a one, or a bad priority`)
    : { kind: 'CiscoIPPhoneExecute', items };
}
