import { expect, test } from 'vitest';
import type { CallBackRequest } from '../../../src-main/cef/call-back-handler/request';
import { NotTheWriter, type RequestStore } from '../../../src-main/cef/ports';
import { RequestWriter } from '../../../src-main/cef/request-writer';

const request = (device: string, called: string): CallBackRequest => ({ device, called }) as CallBackRequest;
const save = (device: string, called: string) => ({ kind: 'save', request: request(device, called) }) as const;
const remove = (device: string, called: string) => ({ kind: 'remove', device, called }) as const;

/** A store that takes nothing while `fault` is set; all of a step or none of it. */
function smallStore() {
  const store = {
    rows: [] as readonly string[],
    fault: null as Error | null,
    takeOver: () => {},
    load: () => [],
    together(write: () => void) {
      const before = store.rows;
      try {
        write();
        if (store.fault) throw store.fault;
      } catch (error) {
        store.rows = before;
        throw error;
      }
    },
    save: ({ device, called }: CallBackRequest) => {
      store.rows = [...store.rows.filter((row) => row !== `${device} ${called}`), `${device} ${called}`];
    },
    remove: (device: string, called: string) => {
      store.rows = store.rows.filter((row) => row !== `${device} ${called}`);
    },
  } satisfies RequestStore & Record<string, unknown>;
  return store;
}

test('what a full disk has refused is written with what comes next, the latest of each request alone', () => {
  const store = smallStore();
  const writer = new RequestWriter(store);
  expect(writer.write([save('A', '1')])).toEqual({ kind: 'written', caughtUp: 0 });
  store.fault = new Error('database or disk is full');
  expect(writer.write([save('A', '2')])).toEqual({ kind: 'kept', cause: 'database or disk is full' });
  expect(writer.write([remove('A', '1'), remove('A', '2'), save('B', '3')]).kind).toBe('kept');
  expect([store.rows, writer.isBehind]).toEqual([['A 1'], true]);
  store.fault = null;
  expect(writer.write([])).toEqual({ kind: 'written', caughtUp: 3 });
  expect([store.rows, writer.isBehind]).toEqual([['B 3'], false]);
});

test('a request that is not made after all is not written later', () => {
  const store = smallStore();
  const writer = new RequestWriter(store);
  store.fault = new Error('read-only');
  writer.write([save('A', '1')]);
  writer.forget([save('A', '1')]);
  store.fault = null;
  expect([writer.write([]), store.rows]).toEqual([{ kind: 'written', caughtUp: 0 }, []]);
});

test('whoever is not the writer any more keeps nothing for later', () => {
  const store = smallStore();
  const writer = new RequestWriter(store);
  store.fault = new NotTheWriter('another service has taken over');
  expect(writer.write([save('A', '1')])).toEqual({ kind: 'notWriter', cause: 'another service has taken over' });
  expect(writer.isBehind).toBe(false);
});
