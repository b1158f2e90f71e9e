import { BusReader } from './bus-reader';
import type { BusValue, BusVariant } from './bus-types';
import { BusWriter } from './bus-writer';

/** What somebody on the bus is asked to do. */
export interface BusCall {
  readonly destination: string;
  readonly path: string;
  readonly interface: string;
  readonly member: string;
  /** Of the body; empty = there is none. */
  readonly signature?: string;
  readonly body?: readonly BusValue[];
}

export interface BusMessage {
  readonly kind: 'call' | 'reply' | 'error' | 'signal';
  /** The bus itself sets it: nobody can pass for somebody else. */
  readonly sender: string;
  readonly path: string;
  readonly interface: string;
  readonly member: string;
  /** Of the call that is answered; 0 = of none. */
  readonly replyTo: number;
  /** Its name, of an error. */
  readonly error: string;
  readonly body: readonly BusValue[];
}

const KINDS: readonly (BusMessage['kind'] | undefined)[] = [undefined, 'call', 'reply', 'error', 'signal'];
/** D-Bus Specification, "Header Fields". */
const [PATH, INTERFACE, MEMBER, ERROR, REPLY_TO, DESTINATION, SENDER, SIGNATURE] = [1, 2, 3, 4, 5, 6, 7, 8];
const VERSION = 1;
const HEADER = 'yyyyuua(yv)';
/** Up to the length of the header's fields. */
const FIXED = 16;
/** In bytes. Nothing that we ask for is nearly so long. */
const LONGEST = 1 << 20;

export function encodeCall(call: BusCall, serial: number): Buffer {
  const body = new BusWriter();
  body.write(call.signature ?? '', call.body ?? []);
  const field = (code: number | undefined, signature: string, value: string): BusValue => [
    code ?? 0,
    { signature, value },
  ];
  const fields = [
    field(PATH, 'o', call.path),
    field(INTERFACE, 's', call.interface),
    field(MEMBER, 's', call.member),
    field(DESTINATION, 's', call.destination),
    ...(call.signature ? [field(SIGNATURE, 'g', call.signature)] : []),
  ];
  const header = new BusWriter();
  header.write(HEADER, ['l'.charCodeAt(0), KINDS.indexOf('call'), 0, VERSION, body.bytes.length, serial, fields]);
  header.align(8);
  return Buffer.concat([header.bytes, body.bytes]);
}

/**
 * How long the message is that these bytes begin with; null = they are too few to say.
 *
 * @throws RangeError if they are none, or of one that is too long
 */
export function lengthOfMessage(bytes: Buffer): number | null {
  if (bytes.length < FIXED) return null;
  const [, , , , body, , fields] = new BusReader(bytes.subarray(0, FIXED), isLittleEndian(bytes)).read('yyyyuuu');
  const header = FIXED + Number(fields);
  const length = Math.ceil(header / 8) * 8 + Number(body);
  if (length > LONGEST) throw new RangeError(`a message of ${length} bytes`);
  return length;
}

/** @throws RangeError if it is none; null = of a kind that came later, which is to be ignored */
export function decodeMessage(bytes: Buffer): BusMessage | null {
  const reader = new BusReader(bytes, isLittleEndian(bytes));
  const [, kindCode, , , , , list] = reader.read(HEADER);
  const kind = KINDS[Number(kindCode)];
  if (!kind) return null;
  const fields = new Map(
    (list as readonly [number, BusVariant][]).map(([code, { value }]) => [code, value as string | number]),
  );
  const text = (code: number | undefined): string => String(fields.get(code ?? 0) ?? '');
  reader.align(8);
  return {
    kind,
    sender: text(SENDER),
    path: text(PATH),
    interface: text(INTERFACE),
    member: text(MEMBER),
    replyTo: Number(fields.get(REPLY_TO ?? 0) ?? 0),
    error: text(ERROR),
    body: reader.read(text(SIGNATURE)),
  };
}

function isLittleEndian(bytes: Buffer): boolean {
  const order = String.fromCharCode(bytes[0] ?? 0);
  if (order !== 'l' && order !== 'B') throw new RangeError('what was received is no message');
  return order === 'l';
}
