import { expect, test } from 'vitest';
import { type Codec, USUAL_CODECS } from '../../../src-main/contract/line-port';
import { codecOrder } from '../../../src-renderer/line/codec-order';

const OFFERED = [
  'audio/opus',
  'audio/red',
  'audio/G722',
  'audio/PCMA',
  'audio/CN',
  'audio/PCMU',
  'audio/telephone-event',
].map((mimeType) => ({ mimeType }));

const ordered = (wanted: readonly Codec[]): readonly string[] =>
  codecOrder(OFFERED, wanted).map(({ mimeType }) => mimeType);

test('the account’s codecs come first in its order, comfort noise never, the rest keeps its order', () => {
  expect(ordered(USUAL_CODECS)).toEqual([
    'audio/PCMU',
    'audio/PCMA',
    'audio/G722',
    'audio/opus',
    'audio/red',
    'audio/telephone-event',
  ]);
  expect(ordered(['opus', 'PCMA'])).toEqual([
    'audio/opus',
    'audio/PCMA',
    'audio/red',
    'audio/G722',
    'audio/PCMU',
    'audio/telephone-event',
  ]);
});
