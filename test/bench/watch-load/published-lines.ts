import { DOMAIN } from '../../interop/lab/users.ts';
import type { Edge } from './edges.ts';
import type { Publisher } from './publisher.ts';
import { addressOf } from './words.ts';

/** One call after the other: each line rings, talks, and is on hook again. */
export const STATES = [
  { dialog: 'early', status: 'ringing' },
  { dialog: 'confirmed', status: 'offHook' },
  { dialog: 'terminated', status: 'onHook' },
] as const;

/** Seconds, the longest that the server takes. */
const LASTING = 900;
/** Seconds that the end of a call stays in the line's document, as with Kamailio's own news of calls. */
const REMEMBERED = 10;

/** Lines whose state is made up. */
export class PublishedLines {
  /** By number, from the first on. */
  readonly edges = new Map<string, Edge[]>();
  readonly #steps = new Map<string, number>();

  readonly #publisher: Publisher;

  constructor(publisher: Publisher) {
    this.#publisher = publisher;
  }

  /** The line has a phone, which is on hook. */
  async add(number: string): Promise<void> {
    this.edges.set(number, []);
    this.#steps.set(number, STATES.length - 1);
    const name = `${number} is there`;
    await this.#publisher.publish({ number, event: 'presence', name, body: presenceOf(number), expires: LASTING });
    await this.change(number);
  }

  /** Takes the line to its next state. @returns true if it is on hook now */
  async change(number: string): Promise<boolean> {
    const step = this.#steps.get(number) ?? 0;
    this.#steps.set(number, step + 1);
    const { dialog, status } = STATES[step % STATES.length] ?? STATES[0];
    const name = `${number}-${Math.floor(step / STATES.length)}`;
    const isOver = status === 'onHook';
    const body = dialogOf(number, name, dialog, step);
    this.edges.get(number)?.push({ status, at: Date.now() });
    await this.#publisher.publish({ number, event: 'dialog', name, body, expires: isOver ? REMEMBERED : LASTING });
    if (isOver) this.#publisher.forget(name);
    return isOver;
  }
}

const dialogOf = (number: string, call: string, state: string, version: number): string => `<?xml version="1.0"?>
<dialog-info xmlns="urn:ietf:params:xml:ns:dialog-info" version="${version}" state="full" entity="${addressOf(number, DOMAIN)}">
<dialog id="${call}" call-id="${call}" direction="recipient"><state>${state}</state></dialog></dialog-info>`;

const presenceOf = (number: string): string => `<?xml version="1.0"?>
<presence xmlns="urn:ietf:params:xml:ns:pidf" entity="${addressOf(number, DOMAIN)}">
<tuple id="1"><status><basic>open</basic></status></tuple></presence>`;
