import { createContext, Script } from 'node:vm';
import type { TextExpectation } from './expectation-schema';
import { onOneLine } from './phone-report';

/** Milliseconds. An expression that goes back and forth for ever must not stop the phones. */
const MATCH_TIMEOUT_MS = 50;

const context = createContext(Object.create(null), { codeGeneration: { strings: false, wasm: false } });

/** Does the text contain this, or match that? Blanks and line ends count as single blanks. */
export function matchesText(expected: TextExpectation, text: string): boolean {
  if (typeof expected === 'string') return text.includes(onOneLine(expected));
  const words = [expected.regex, expected.flags ?? '', text].map((word) => JSON.stringify(word));
  try {
    const script = new Script(`new RegExp(${words[0]}, ${words[1]}).test(${words[2]})`);
    return script.runInContext(context, { timeout: MATCH_TIMEOUT_MS }) === true;
  } catch {
    return false;
  }
}
