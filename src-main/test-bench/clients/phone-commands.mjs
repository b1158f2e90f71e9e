import { createWriteStream, writeFileSync } from 'node:fs';

/** The words after `npm run phone --` are none. */
export class WrongUsage extends Error {}

/**
 * @typedef {ReturnType<typeof import('./control-client.mjs').controlOf>} ControlClient
 * @typedef {{ readonly json: boolean, readonly timeout: string | undefined, readonly say: (line: string) => void }} Asked
 * @typedef {{ readonly number: string, readonly displayName: string, readonly prompt: string }} ShownPhone
 * @typedef {(client: ControlClient, words: readonly string[], asked: Asked) => Promise<void>} Command
 */

export const USAGE = `usage: npm run phone -- COMMAND [ARGUMENT]... [OPTION]...

  list                     the phones
  read NUMBER              what the display shows; with --json every part of the phone by its name
  press NUMBER KEY...      softkeys by their label, hard keys by Cisco's names: CallBack, KeyPad5, Speaker, Line1
  dial NUMBER CALLED       a new call
  type NUMBER TEXT         what a computer's keyboard writes
  expect NUMBER TEXT       waits until the display shows the text, or matches /TEXT/
  shot NUMBER FILE.png     the display, pixel for pixel
  watch [NUMBER]...        what happens, a line of JSON each, until Ctrl+C
  record FILE              the same, into a file

  --json                   answers as JSON
  --timeout TIME           of expect: 500ms, 20s (5s)
  --user-data-dir DIR      of the app, if it was started with one

ends with 0: done, or held; 1: not; 2: wrong usage; 3: no app runs with --control
`;

/** @type {Readonly<Record<string, { readonly least: number, readonly most: number, readonly run: Command }>>} */
export const COMMANDS = {
  list: {
    least: 0,
    most: 0,
    run: async (client, _words, { json, say }) => {
      const answer = await client.ask('/phones');
      const { phones } = /** @type {{ readonly phones: readonly ShownPhone[] }} */ (await answer.json());
      for (const phone of phones)
        say(json ? JSON.stringify(phone) : `${phone.number} ${phone.displayName}: ${phone.prompt}`);
    },
  },
  read: {
    least: 1,
    most: 1,
    run: async (client, [number = ''], { json, say }) => {
      const answer = await client.askPhone(number, json ? '' : '/display');
      say((await answer.text()).trimEnd());
    },
  },
  press: {
    least: 2,
    most: 100,
    run: (client, [number, ...keys], asked) => act(client, number, '/press', { keys }, asked),
  },
  dial: { least: 2, most: 2, run: (client, [phone, number], asked) => act(client, phone, '/dial', { number }, asked) },
  type: { least: 2, most: 2, run: (client, [number, text], asked) => act(client, number, '/type', { text }, asked) },
  expect: {
    least: 2,
    most: 2,
    run: (client, [number, text = ''], asked) =>
      act(client, number, '/expect', { display: textOf(text), timeout: millisecondsOf(asked.timeout ?? '5s') }, asked),
  },
  shot: {
    least: 2,
    most: 2,
    run: async (client, [number = '', file = '']) => {
      const answer = await client.askPhone(number, '/display?format=png');
      writeFileSync(file, new Uint8Array(await answer.arrayBuffer()));
    },
  },
  watch: {
    least: 0,
    most: 100,
    run: (client, phones, { say }) => follow(client, phones, say),
  },
  record: {
    least: 1,
    most: 1,
    run: async (client, [file = '']) => {
      const stream = createWriteStream(file, { flags: 'a' });
      await follow(client, [], (line) => stream.write(`${line}\n`));
    },
  },
};

/**
 * @param {ControlClient} client
 * @param {string | undefined} number
 * @param {string} what
 * @param {unknown} body
 * @param {Asked} asked
 */
async function act(client, number = '', what, body, { json, say }) {
  const answer = await client.askPhone(number, what, body);
  if (json) say((await answer.text()).trimEnd());
}

/**
 * @param {ControlClient} client
 * @param {readonly string[]} phones none = all
 * @param {(line: string) => void} take an event as JSON
 */
async function follow(client, phones, take) {
  const query = phones.map((number) => `phone=${encodeURIComponent(number)}`).join('&');
  const { body } = await client.ask(`/events?${query}`);
  let begun = '';
  for await (const chunk of (body ?? new ReadableStream()).pipeThrough(new TextDecoderStream())) {
    const lines = (begun + chunk).split('\n');
    begun = lines.pop() ?? '';
    for (const line of lines) if (line.startsWith('data: ')) take(line.slice('data: '.length));
  }
}

/** @param {string} text "/…/" is a regular expression, all else a part of what is shown */
const textOf = (text) => (/^\/.+\/$/.test(text) ? { regex: text.slice(1, -1) } : text);

/** @param {string} time */
function millisecondsOf(time) {
  const [, number, unit] = /^(\d{1,6})(ms|s)$/.exec(time) ?? [];
  if (number === undefined) throw new WrongUsage(`--timeout ${time} is no time: 500ms or 20s`);
  return Number(number) * (unit === 's' ? 1000 : 1);
}
