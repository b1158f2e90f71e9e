import type { PhoneSnapshot } from '../../../contract/phone-snapshot';
import { type Answer, json, refused } from '../http/answer';
import { displayLines } from '../phones/phone-report';
import { cipDocument, type GreyPicture } from './cip';
import { png } from './png';

/** The display in one of its forms; null = text. */
export async function displayAnswer(
  snapshot: PhoneSnapshot,
  format: string | null,
  draw: (snapshot: PhoneSnapshot) => Promise<GreyPicture>,
): Promise<Answer> {
  switch (format ?? 'text') {
    case 'text':
      return { status: 200, type: 'text/plain; charset=utf-8', body: `${displayLines(snapshot).join('\n')}\n` };
    case 'json':
      return json(snapshot.display);
    case 'png':
      return { status: 200, type: 'image/png', body: png(await draw(snapshot)) };
    case 'cip':
      return { status: 200, type: 'text/xml; charset=iso-8859-1', body: cipDocument(await draw(snapshot)) };
    default:
      return refused(400, `format ${JSON.stringify(format)} is none of text, json, png and cip`);
  }
}
