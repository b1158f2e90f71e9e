import { escapeXml } from '../../base/escape-xml';
import type { CiscoIPPhoneExecute, CiscoIPPhoneText, XsiObject } from './xsi-object';

/**
 * Writes an object in the order of Cisco's documents. The encoding is declared where it matters: a phone would else read its
 * locale's own. Where it does not, the bytes are spared: an object pushed over CTI may have 512.
 */
export function buildXsiObject(object: XsiObject): string {
  const body = object.kind === 'CiscoIPPhoneText' ? textFields(object) : executeItems(object);
  const declaration = isAscii(body) ? '' : '<?xml version="1.0" encoding="utf-8"?>';
  const appId = object.kind === 'CiscoIPPhoneText' && object.appId ? ` appId="${escapeXml(object.appId)}"` : '';
  return `${declaration}<${object.kind}${appId}>${body}</${object.kind}>`;
}

const isAscii = (text: string): boolean => [...text].every((character) => (character.codePointAt(0) ?? 0) < 128);

function textFields(object: CiscoIPPhoneText): string {
  const keys = object.softkeys.map((key, index) => {
    // A key that names no position has the one of its place in the list.
    const position = key.position === index + 1 ? '' : element('Position', String(key.position));
    return `<SoftKeyItem>${element('Name', key.name)}${element('URL', key.url)}${position}</SoftKeyItem>`;
  });
  return (
    element('Title', object.title) + element('Prompt', object.prompt) + element('Text', object.text) + keys.join('')
  );
}

const executeItems = (object: CiscoIPPhoneExecute): string =>
  object.items.map((item) => `<ExecuteItem Priority="${item.priority}" URL="${escapeXml(item.url)}"/>`).join('');

const element = (name: string, content: string): string => `<${name}>${escapeXml(content)}</${name}>`;
