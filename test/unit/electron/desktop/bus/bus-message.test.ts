import fc from 'fast-check';
import { expect, test } from 'vitest';
import { busSockets } from '../../../../../src-main/electron/desktop/bus/bus-address';
import { decodeMessage, encodeCall, lengthOfMessage } from '../../../../../src-main/electron/desktop/bus/bus-message';
import { BusReader } from '../../../../../src-main/electron/desktop/bus/bus-reader';
import { type BusValue, typesOf, variant } from '../../../../../src-main/electron/desktop/bus/bus-types';
import { BusWriter } from '../../../../../src-main/electron/desktop/bus/bus-writer';

/** Of each basic type the values that it has. */
const BASIC: Readonly<Record<string, fc.Arbitrary<BusValue>>> = {
  y: fc.integer({ min: 0, max: 255 }),
  b: fc.boolean(),
  n: fc.integer({ min: -0x8000, max: 0x7fff }),
  q: fc.integer({ min: 0, max: 0xffff }),
  i: fc.integer({ min: -0x80000000, max: 0x7fffffff }),
  u: fc.integer({ min: 0, max: 0xffffffff }),
  x: fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
  t: fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }),
  d: fc.double({ noNaN: true }),
  s: fc.string({ unit: 'binary', maxLength: 3000 }).map((text) => text.replaceAll('\0', '')),
};

type Typed = readonly [signature: string, value: BusValue];
const basic = fc.constantFrom(...Object.keys(BASIC));
const of = (type: string): fc.Arbitrary<BusValue> => BASIC[type] as fc.Arbitrary<BusValue>;
const typed: fc.Arbitrary<Typed> = fc.oneof(
  basic.chain((type) => of(type).map((value): Typed => [type, value])),
  basic.chain((type) => fc.array(of(type)).map((values): Typed => [`a${type}`, values])),
  basic.chain((type) => of(type).map((value): Typed => ['v', variant(type, value)])),
  fc
    .tuple(basic, basic)
    .chain(([one, other]) =>
      fc.array(fc.tuple(of(one), of(other))).map((values): Typed => [`a(${one}${other})`, values]),
    ),
  fc
    .tuple(basic, basic)
    .chain(([key, type]) =>
      fc
        .array(fc.tuple(of(key), of(type)))
        .map((entries): Typed => [`a{${key}v}`, entries.map(([name, value]) => [name, variant(type, value)])]),
    ),
);

test('what is written is read again, whatever it is and however long', () => {
  fc.assert(
    fc.property(fc.array(typed, { maxLength: 6 }), (values) => {
      const signature = values.map(([type]) => type).join('');
      const body = values.map(([, value]) => value);
      const call = { destination: 'a.b', path: '/a', interface: 'a.b', member: 'C', signature, body };
      const bytes = encodeCall(call, 7);
      expect(lengthOfMessage(bytes)).toBe(bytes.length);
      expect(decodeMessage(bytes)?.body).toEqual(body);
    }),
  );
});

test('bytes that are no message, or end too early, are refused and never waited for without end', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 16, maxLength: 400 }), fc.boolean(), (noise, plausible) => {
      const bytes = Buffer.from(noise);
      if (plausible) bytes.write('l');
      try {
        lengthOfMessage(bytes);
        decodeMessage(bytes);
      } catch (error) {
        expect(error).toBeInstanceOf(RangeError);
      }
    }),
    { numRuns: 2000 },
  );
});

test('the highest byte may come first as well', () => {
  const bytes = Buffer.from([0, 0, 0, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 9, 0xff, 0xff, 0xff, 0xfe]);
  expect(new BusReader(bytes, false).read('uti')).toEqual([5, 9n, -2]);
});

test('a zero in a text, which would cost the connection, is not sent', () => {
  const writer = new BusWriter();
  writer.write('s', ['Bob\0<b>']);
  expect(new BusReader(writer.bytes, true).read('s')).toEqual(['Bob\ufffd<b>']);
});

test('a signature is taken apart, and what is none is refused', () => {
  expect(typesOf('susssasa{sv}i')).toEqual(['s', 'u', 's', 's', 's', 'as', 'a{sv}', 'i']);
  for (const wrong of ['a', '(', '()', 'a{', 'z', 'a()', '(s', 's)', 'a'.repeat(300)])
    expect(() => typesOf(wrong), wrong).toThrow(RangeError);
});

test.each<[NodeJS.ProcessEnv, readonly string[]]>([
  [{}, []],
  [{ XDG_RUNTIME_DIR: '/run/user/1000' }, ['/run/user/1000/bus']],
  [{ DBUS_SESSION_BUS_ADDRESS: 'unix:path=/run/user/1000/bus,guid=12ab' }, ['/run/user/1000/bus']],
  [{ DBUS_SESSION_BUS_ADDRESS: 'unix:abstract=/tmp/dbus-x;unix:path=/a%20b' }, ['\0/tmp/dbus-x', '/a b']],
  [{ DBUS_SESSION_BUS_ADDRESS: 'tcp:host=example.com,port=1;unixexec:path=/bin/sh;autolaunch:' }, []],
  [{ DBUS_SESSION_BUS_ADDRESS: 'unix:path=%', XDG_RUNTIME_DIR: '/run' }, []],
])('with %j the bus is looked for at %j', (environment, sockets) => {
  expect(busSockets(environment)).toEqual(sockets);
});
