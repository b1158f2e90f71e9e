import { descendantsNamed, parseXml } from '../../base/xml';

/** The phrases of one file of one locale, by their id. */
export type Phrases = ReadonlyMap<string, string>;

/**
 * Reads a dictionary in the phone's form, `<phrases><phrase i="id" t="text"/></phrases>`, through a DOM.
 *
 * @throws Error if it is no such file, in words that name the problem: the caller names the file.
 */
export function parseDictionary(xml: string): Phrases {
  const document = parseXml(xml);
  if (!document.ok) throw new Error(document.error);
  const root = document.value;
  if (root.tagName.toLowerCase() !== 'phrases') throw new Error('the root element is not <phrases>');
  const phrases = new Map<string, string>();
  for (const phrase of descendantsNamed(root, 'phrase')) {
    const id = phrase.getAttribute('i');
    const text = phrase.getAttribute('t');
    // One that lacks half of it is as good as one that is not there: English has it.
    if (id && text !== null) phrases.set(id, text);
  }
  return phrases;
}
