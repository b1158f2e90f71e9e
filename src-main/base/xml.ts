import { DOMParser, type Element } from '@xmldom/xmldom';
import { errorWords } from './error-words';
import { failure, type Result, success } from './result';

/** A NOTIFY about one line is a few kilobytes long. A server that sends more is broken or hostile. */
const LONGEST = 65_536;
const MAX_PROBLEMS = 8;

/**
 * Reads a document of somebody else's server: never throws, and never fetches or expands an entity.
 *
 * @param name local name that the root must have; its namespace and prefix do not matter, since servers differ in both
 */
export function rootOf(xml: string, name: string): Result<Element, string> {
  if (xml.length > LONGEST) return failure(`the document is longer than ${LONGEST} characters`);
  // No document of RFC 4235 or RFC 3863 has a document type; one that has it wants something else of us.
  if (/<!DOCTYPE/i.test(xml)) return failure('the document has a document type declaration');
  const root = parseXml(xml);
  if (!root.ok || root.value.localName === name) return root;
  return failure(`the document is a ${root.value.nodeName}, not a ${name}`);
}

/**
 * Reads a document: never throws, and never fetches anything. It ends after a few errors: a text of "<" alone has as many as it has
 * characters, and each takes its time.
 *
 * @returns its root, or the first thing that is wrong with it, in words
 */
export function parseXml(xml: string): Result<Element, string> {
  const problems: string[] = [];
  try {
    const parser = new DOMParser({
      onError: (level, message) => {
        if (level === 'warning') return;
        problems.push(message);
        if (problems.length === MAX_PROBLEMS) throw new Error(message);
      },
    });
    // A byte order mark, and whatever blanks come before the declaration, are nothing to anybody.
    const root = parser.parseFromString(xml.trim(), 'text/xml').documentElement;
    const [problem] = problems;
    if (problem !== undefined) return failure(problem);
    return root ? success(root) : failure('there is no XML in it');
  } catch (error) {
    if (problems.length === MAX_PROBLEMS) return failure(problems[0] ?? '');
    return failure(errorWords(error));
  }
}

/** DOM, `Node.nodeType`. */
const ELEMENT = 1;
const TEXT = 3;
const CDATA = 4;

const isElement = (node: { readonly nodeType: number }): node is Element => node.nodeType === ELEMENT;

export const elementsIn = (parent: Element): readonly Element[] => Array.from(parent.childNodes).filter(isElement);

export const children = (parent: Element, name: string): readonly Element[] =>
  elementsIn(parent).filter((element) => element.localName === name);

/** In whatever letters the name is written. */
export const descendantsNamed = (parent: Element, name: string): readonly Element[] =>
  Array.from(parent.getElementsByTagName('*')).filter(({ tagName }) => tagName.toLowerCase() === name.toLowerCase());

export const child = (parent: Element, name: string): Element | undefined => children(parent, name)[0];

export const descendants = (parent: Element, name: string): readonly Element[] =>
  Array.from(parent.getElementsByTagNameNS('*', name));

/** The element's own text. That of the elements in it is none of its value, however deep a server nests them. */
export const textOf = (element: Element | undefined): string =>
  Array.from(element?.childNodes ?? [])
    .filter((node) => node.nodeType === TEXT || node.nodeType === CDATA)
    .map((node) => node.nodeValue ?? '')
    .join('')
    .trim();

/** @returns null if the attribute is missing or empty, which servers mean the same by */
export const attribute = (element: Element, name: string): string | null => element.getAttribute(name)?.trim() || null;
