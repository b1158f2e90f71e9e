import { escapeXml } from '../../../base/escape-xml';
import type { Page } from './page';

const DECLARATION = '<?xml version="1.0" encoding="iso-8859-1"?>';

/** What Latin-1 lacks is written by its number. */
const inLatin = (text: string): string =>
  escapeXml(text).replace(/[^\0-\xff]/gu, (character) => `&#${character.codePointAt(0)};`);

/** Flat, in the order of the fields, with the ends of line of the phone. */
export function xmlPage({ name, fields }: Page): string {
  const lines = fields.map(({ element, value }) => `<${element}>${inLatin(value)}</${element}>`);
  return [DECLARATION, `<${name}>`, ...lines, `</${name}>`, ''].join('\r\n');
}

const MENU = [
  ['DeviceInformation', 'Device Information'],
  ['NetworkConfiguration', 'Network Configuration'],
  ['EthernetInformation', 'Ethernet Information'],
  ['PortInformation?1', 'Port 1 (Network)'],
  ['PortInformation?2', 'Port 2 (Access)'],
  ['PortInformation?3', 'Port 3 (Phone)'],
  ['StreamingStatistics?1', 'Stream 1'],
] as const;

/** As tools read it that were written for the phone: each cell on a line of its own, label and value in bold. */
export function htmlPage({ title, fields }: Page, device: string): string {
  const rows = fields.flatMap(({ label, value }) => [
    '<TR>',
    `<TD><B>${inLatin(label)}</B></TD>`,
    '<TD WIDTH="20"></TD>',
    `<TD><B>${inLatin(value)}</B></TD>`,
    '</TR>',
  ]);
  return [
    '<HTML><HEAD><TITLE>Cisco Systems, Inc.</TITLE></HEAD>',
    '<BODY BGCOLOR="#FFFFFF">',
    '<TABLE BORDER="0" WIDTH="100%" BGCOLOR="#003031"><TR><TD>',
    `<font color="#FFFFFF" size="6">${title}</FONT><BR>`,
    `<font color="#FFFFFF" size="4">Cisco Systems, Inc. IP Phone CP-7960G ( ${inLatin(device)} ) </FONT>`,
    '</TD></TR></TABLE>',
    '<TABLE><TR><TD VALIGN="TOP">',
    ...MENU.map(([path, label]) => `<A HREF="/${path}">${label}</A><BR>`),
    '</TD><TD><TABLE>',
    ...rows,
    '</TABLE></TD></TR></TABLE>',
    '</BODY></HTML>',
    '',
  ].join('\r\n');
}
