import type { GenericSchema } from 'valibot';
import { afterAll, beforeAll, expect, test } from 'vitest';
import document from '../../../../docs/control-api.json';
import { systemClock } from '../../../../src-main/base/system-clock';
import { operationsOf } from '../../../../src-main/test-bench/control/operations';
import { expectationSchema } from '../../../../src-main/test-bench/control/phones/expectation-schema';
import { dialSchema, pressSchema, typeSchema } from '../../../../src-main/test-bench/control/request-schemas';
import { TestBench } from '../../../../src-main/test-bench/control/test-bench';
import { BenchInTest } from './bench-in-test';

let bench: BenchInTest;
beforeAll(async () => {
  bench = await BenchInTest.start();
});
afterAll(() => bench.stop());

test('the server does what the document says, all of it and no more', () => {
  const documented = Object.values(document.paths).flatMap((item) =>
    Object.values(item).flatMap((operation) => ('operationId' in operation ? operation.operationId : [])),
  );
  const nobody = new TestBench({ clock: systemClock, phones: () => null, lineOf: () => undefined });
  const done = operationsOf({
    bench: nobody,
    document,
    draw: async () => ({ width: 0, height: 0, pixels: new Uint8Array() }),
  });
  expect(Object.keys(done).sort()).toEqual(documented.sort());
});

test('the document is served', async () => {
  expect((await bench.told('/openapi.json')).body).toEqual(document);
});

const { schemas } = document.components;

test.each<[keyof typeof schemas, GenericSchema]>([
  ['Press', pressSchema],
  ['Dial', dialSchema],
  ['Type', typeSchema],
  ['Expectation', expectationSchema],
])('what %s may have is what the server takes', (name, schema) => {
  const entries = 'entries' in schema ? Object.keys(schema.entries as object) : [];
  expect(entries.sort()).toEqual(Object.keys(schemas[name].properties).sort());
});

test('a phone has the parts that the document lists', async () => {
  const { body } = await bench.told('/phones/1001');
  expect(Object.keys(body).sort()).toEqual([...schemas.Phone.required].sort());
  expect(Object.keys(schemas.Phone.properties).sort()).toEqual([...schemas.Phone.required].sort());
  expect(Object.keys(body.lines[0]).sort()).toEqual([...schemas.Phone.properties.lines.items.required].sort());
});
