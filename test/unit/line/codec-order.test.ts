import { expect, test } from 'vitest';
import { codecOrder } from '../../../src-renderer/line/codec-order';

test('G.711 comes first, comfort noise never, the rest keeps its order', () => {
  const offered = [
    'audio/opus',
    'audio/red',
    'audio/G722',
    'audio/PCMA',
    'audio/CN',
    'audio/PCMU',
    'audio/telephone-event',
  ];
  expect(codecOrder(offered.map((mimeType) => ({ mimeType }))).map(({ mimeType }) => mimeType)).toEqual([
    'audio/PCMU',
    'audio/PCMA',
    'audio/opus',
    'audio/red',
    'audio/G722',
    'audio/telephone-event',
  ]);
  expect(codecOrder([])).toEqual([]);
});
