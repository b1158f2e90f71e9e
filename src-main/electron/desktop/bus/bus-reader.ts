import { alignmentOf, type BusValue, membersOf, typesOf } from './bus-types';

/** How deep variants may stand in each other: D-Bus Specification, "Message Protocol". */
const DEEPEST = 64;

/** Takes values out of the bytes of a message. Whatever is not as it should be throws a RangeError. */
export class BusReader {
  #at = 0;
  #depth = 0;

  readonly #bytes: Buffer;
  readonly #littleEndian: boolean;

  constructor(bytes: Buffer, littleEndian: boolean) {
    this.#bytes = bytes;
    this.#littleEndian = littleEndian;
  }

  read(signature: string): readonly BusValue[] {
    return typesOf(signature).map((type) => this.#readOne(type));
  }

  align(boundary: number): void {
    this.#step((boundary - (this.#at % boundary)) % boundary);
  }

  #readOne(type: string): BusValue {
    this.align(alignmentOf(type));
    switch (type[0]) {
      case 'y':
        return this.#bytes.readUInt8(this.#step(1));
      case 'b':
        return this.#unsigned(4) !== 0;
      case 'n':
        return (this.#unsigned(2) << 16) >> 16;
      case 'q':
        return this.#unsigned(2);
      case 'i':
        return this.#unsigned(4) | 0;
      case 'u':
      case 'h':
        return this.#unsigned(4);
      case 'x':
        return BigInt.asIntN(64, this.#unsigned64());
      case 't':
        return this.#unsigned64();
      case 'd':
        return this.#littleEndian ? this.#bytes.readDoubleLE(this.#step(8)) : this.#bytes.readDoubleBE(this.#step(8));
      case 's':
      case 'o':
        return this.#text(this.#unsigned(4));
      case 'g':
        return this.#text(this.#unsigned(1));
      case 'v':
        return this.#variant();
      case 'a':
        return this.#array(type.slice(1));
      default:
        return membersOf(type).map((member) => this.#readOne(member));
    }
  }

  #variant(): BusValue {
    const signature = this.#text(this.#unsigned(1));
    if (typesOf(signature).length !== 1) throw new RangeError(`a variant of ${signature || 'nothing'}`);
    this.#depth += 1;
    if (this.#depth > DEEPEST) throw new RangeError('variants stand too deep in each other');
    const value = this.#readOne(signature);
    this.#depth -= 1;
    return { signature, value };
  }

  #array(type: string): readonly BusValue[] {
    const length = this.#unsigned(4);
    this.align(alignmentOf(type));
    const end = this.#at + length;
    if (end > this.#bytes.length) throw new RangeError('an array is longer than its message');
    const values: BusValue[] = [];
    while (this.#at < end) values.push(this.#readOne(type));
    if (this.#at !== end) throw new RangeError('an array ends in the middle of an element');
    return values;
  }

  #text(length: number): string {
    const start = this.#step(length + 1);
    return this.#bytes.toString('utf8', start, start + length);
  }

  #unsigned(size: 1 | 2 | 4): number {
    const at = this.#step(size);
    return this.#littleEndian ? this.#bytes.readUIntLE(at, size) : this.#bytes.readUIntBE(at, size);
  }

  #unsigned64(): bigint {
    const at = this.#step(8);
    return this.#littleEndian ? this.#bytes.readBigUInt64LE(at) : this.#bytes.readBigUInt64BE(at);
  }

  #step(size: number): number {
    const at = this.#at;
    this.#at += size;
    if (this.#at > this.#bytes.length) throw new RangeError('a message ends too early');
    return at;
  }
}
