import type { Element } from '@xmldom/xmldom';
import { descendantsNamed, parseXml } from '../../base/xml';

/** A sound that a phone can ring with. */
export interface RingType {
  /** As the phone's menu shows it. */
  readonly name: string;
  /** Of raw mu-law, in the folder of the list. */
  readonly file: string;
}

/** What a 7960 takes. */
export const MAX_RINGS = 50;
const LONGEST_NAME = 25;

/**
 * Reads RINGLIST.XML: `<CiscoIPPhoneRingList><Ring><DisplayName/><FileName/></Ring>…`, through a DOM.
 *
 * @param report told of each ring that cannot be offered, in words that name it
 * @throws Error if it is no such file, in words that name the problem: the caller names the file.
 */
export function parseRingList(xml: string, report: (problem: string) => void): readonly RingType[] {
  const document = parseXml(xml);
  if (!document.ok) throw new Error(document.error);
  const root = document.value;
  // Cisco's own guide has it in two ways.
  if (root.tagName.toLowerCase() !== 'ciscoipphoneringlist')
    throw new Error('the root element is not <CiscoIPPhoneRingList>');
  const rings = descendantsNamed(root, 'Ring').map((ring) => ({
    name: textOf(ring, 'DisplayName'),
    file: textOf(ring, 'FileName'),
  }));
  if (rings.length > MAX_RINGS) report(`${rings.length} rings, of which a phone takes the first ${MAX_RINGS}`);
  return rings.slice(0, MAX_RINGS).filter((ring) => {
    const fault = faultOf(ring);
    if (fault) report(`the ring ${ring.name || ring.file || 'without a name'} ${fault}`);
    return !fault;
  });
}

function faultOf({ name, file }: RingType): string | null {
  if (!name) return 'has no <DisplayName>';
  if (!file) return 'has no <FileName>';
  if (Array.from(name).length > LONGEST_NAME) return `has a name of more than ${LONGEST_NAME} characters`;
  return /[/\\]/.test(file) || file.startsWith('.') ? `has a <FileName> that is no plain file name: ${file}` : null;
}

const textOf = (ring: Element, tag: string): string => (descendantsNamed(ring, tag)[0]?.textContent ?? '').trim();
