/** What programs have put into a request, as far as it is an XML document. */
export interface SentDocument {
  readonly xml: string;
  /** Its root is closed: whatever follows is none of it. */
  readonly isWhole: boolean;
}

/**
 * Finds the document in the body of a POST, in every shape that tools send it in: as the form field XML, encoded or not, or as the
 * body itself. "The document ends at the end tag of its root".
 */
export function documentIn(body: Buffer): SentDocument {
  const text = asText(body);
  const field = text.startsWith('XML=') ? 0 : text.indexOf('&XML=') + 1;
  const value = text.startsWith('XML=') || field > 0 ? text.slice(field + 'XML='.length) : text;
  return cutAtEnd(value.trimStart().startsWith('<') ? value : decoded(value));
}

/** UTF-8 where it is any; else in the letters of the phone's time. */
function asText(body: Buffer): string {
  const text = body.toString('utf8');
  return text.includes('\ufffd') ? body.toString('latin1') : text;
}

/** An escape that is cut off or wrong stays as it is. */
function decoded(value: string): string {
  const field = (value.split('&', 1)[0] ?? '').replaceAll('+', ' ');
  const bytes = field.replace(/%([0-9a-f]{2})/gi, (_escape, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  // What was not escaped beyond Latin-1 cannot be a byte of something that was.
  return /[^\0-\xff]/.test(bytes) ? bytes : asText(Buffer.from(bytes, 'latin1'));
}

function cutAtEnd(value: string): SentDocument {
  const xml = value.trimStart();
  const [, root = ''] = /<([A-Za-z_][\w.-]{0,63})/.exec(xml) ?? [];
  if (root === '') return { xml, isWhole: false };
  const from = xml.indexOf(`<${root}`);
  const close = xml.indexOf(`</${root}`, from);
  const tagEnd = xml.indexOf('>', from);
  // <CiscoIPPhoneExecute/>: it ends where it begins.
  if (close < 0 && tagEnd > 0 && xml[tagEnd - 1] === '/') return { xml: xml.slice(0, tagEnd + 1), isWhole: true };
  const end = close < 0 ? -1 : xml.indexOf('>', close);
  return end < 0 ? { xml, isWhole: false } : { xml: xml.slice(0, end + 1), isWhole: true };
}
