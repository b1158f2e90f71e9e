import { alignmentOf, type BusValue, type BusVariant, membersOf, typesOf } from './bus-types';

/** Puts values into the bytes of a message, the lowest byte first: D-Bus Specification, "Marshaling". */
export class BusWriter {
  #buffer = Buffer.alloc(1024);
  #length = 0;

  /** All that was written. */
  get bytes(): Buffer {
    return this.#buffer.subarray(0, this.#length);
  }

  write(signature: string, values: readonly BusValue[]): void {
    const types = typesOf(signature);
    if (types.length !== values.length) throw new RangeError(`${values.length} values for ${signature}`);
    for (const [at, type] of types.entries()) this.#writeOne(type, values[at] as BusValue);
  }

  align(boundary: number): void {
    this.#room((boundary - (this.#length % boundary)) % boundary);
  }

  #writeOne(type: string, value: BusValue): void {
    this.align(alignmentOf(type));
    switch (type[0]) {
      case 'y':
        this.#put(1, (buffer, at) => buffer.writeUInt8(Number(value), at));
        break;
      case 'n':
        this.#put(2, (buffer, at) => buffer.writeInt16LE(Number(value), at));
        break;
      case 'q':
        this.#put(2, (buffer, at) => buffer.writeUInt16LE(Number(value), at));
        break;
      case 'i':
        this.#put(4, (buffer, at) => buffer.writeInt32LE(Number(value), at));
        break;
      case 'b':
      case 'u':
        this.#put(4, (buffer, at) => buffer.writeUInt32LE(Number(value), at));
        break;
      case 'x':
        this.#put(8, (buffer, at) => buffer.writeBigInt64LE(value as bigint, at));
        break;
      case 't':
        this.#put(8, (buffer, at) => buffer.writeBigUInt64LE(value as bigint, at));
        break;
      case 'd':
        this.#put(8, (buffer, at) => buffer.writeDoubleLE(Number(value), at));
        break;
      case 's':
      case 'o':
        this.#writeText(String(value), 4);
        break;
      case 'g':
        this.#writeText(String(value), 1);
        break;
      case 'v':
        this.write('g', [(value as BusVariant).signature]);
        this.write((value as BusVariant).signature, [(value as BusVariant).value]);
        break;
      case 'a':
        this.#writeArray(type.slice(1), value as Uint8Array | readonly BusValue[]);
        break;
      case '(':
      case '{':
        for (const [at, member] of membersOf(type).entries())
          this.#writeOne(member, (value as readonly BusValue[])[at] as BusValue);
        break;
      default:
        throw new RangeError(`${type} cannot be sent`);
    }
  }

  /** What has a zero in it would be taken for a broken message, and cost the connection. */
  #writeText(text: string, sizeBytes: 1 | 4): void {
    const bytes = Buffer.from(text.replaceAll('\0', '\ufffd'), 'utf8');
    this.#put(sizeBytes, (buffer, at) => buffer.writeUIntLE(bytes.length, at, sizeBytes));
    this.#put(bytes.length + 1, (buffer, at) => bytes.copy(buffer, at));
  }

  /** The length counts neither itself nor what lies between it and the first element. */
  #writeArray(type: string, values: Uint8Array | readonly BusValue[]): void {
    const lengthAt = this.#room(4);
    this.align(alignmentOf(type));
    const start = this.#length;
    if (values instanceof Uint8Array) this.#put(values.length, (buffer, at) => buffer.set(values, at));
    else for (const value of values) this.#writeOne(type, value);
    this.#buffer.writeUInt32LE(this.#length - start, lengthAt);
  }

  /** The buffer may be another one once there is room. */
  #put(size: number, write: (buffer: Buffer, at: number) => void): void {
    const at = this.#room(size);
    write(this.#buffer, at);
  }

  /** Zeros to be written over. @returns where they begin */
  #room(size: number): number {
    const start = this.#length;
    this.#length += size;
    if (this.#length > this.#buffer.length)
      this.#buffer = Buffer.concat([this.#buffer, Buffer.alloc(this.#length + this.#buffer.length)]);
    return start;
  }
}
