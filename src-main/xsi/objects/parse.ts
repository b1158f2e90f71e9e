import { DOMParser, type Document, type Element } from '@xmldom/xmldom';
import type { CiscoIPPhoneError, CiscoIPPhoneExecute, CiscoIPPhoneText, XsiObject } from './xsi-object';

const parseError = (cause: string): CiscoIPPhoneError => ({ kind: 'CiscoIPPhoneError', number: 1, cause });

/**
 * Reads one XML object as a phone does. The order of the fields does not matter: the two generations of Cisco's schema
 * contradict each other in it, and servers in the field follow neither.
 *
 * @returns the object, or the error that the phone answers with: it never throws on bad XML.
 */
export function parseXsiObject(xml: string): XsiObject | CiscoIPPhoneError {
  const root = rootOf(xml);
  if (typeof root === 'string') return parseError(root);
  switch (root.tagName) {
    case 'CiscoIPPhoneText':
      return parseText(root);
    case 'CiscoIPPhoneExecute':
      return parseExecute(root);
    default:
      return parseError(`this phone does not know the object ${root.tagName}`);
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
  const softkeys = children(root, 'SoftKeyItem').map((item, index) => ({
    name: text(item, 'Name'),
    url: text(item, 'URL'),
    position: Number(text(item, 'Position') || index + 1),
  }));
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
  const bad = softkeys.find((key) => !key.name || key.url.length > 256 || !(key.position >= 1 && key.position <= 16));
  return bad ? parseError(`the softkey "${bad.name}" has no name, a bad position or too long a URL`) : object;
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

const children = (parent: Element, name: string): Element[] =>
  Array.from(parent.childNodes).filter((node): node is Element => node.nodeName === name);

const text = (parent: Element, name: string): string => children(parent, name)[0]?.textContent?.trim() ?? '';
