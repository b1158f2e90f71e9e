import { compileRule } from './peg-compiler';

const CONSTANTS = ['const peg$consts = [', '];\n    const peg$bytecode = ['] as const;
const RULES = ['const peg$bytecode = [', '];\n    let peg$currPos'] as const;
const START_RULES = ['const peg$startRuleIndices = ', ';\n'] as const;

/**
 * The module with SIP.js's grammar, compiled. As it comes, reading the header of one message takes more than all else that the
 * line page does for it, and it takes longest where it is seen: when the phones start, and when the first call rings.
 *
 * @param code `lib/grammar/pegjs/dist/grammar.js` of SIP.js 0.21.2
 * @returns an ES module with the same `parse(input, options)`, but for the details in its SyntaxError
 * @throws Error if it is another grammar than the one that this knows
 */
export function compileSipGrammar(code: string): string {
  const imports = code.match(/^import .*$/gm) ?? [];
  const constants = between(code, CONSTANTS)
    // What was expected, for the message of an error: see peg-compiler.ts.
    .replace(/\bpeg\$(?:literal|class|any|other)Expectation\(.*\)(,?)$/gm, '0$1')
    .replace(/\bpeg\$currPos\b/g, 'position');
  if (/peg\$/.test(constants)) throw new Error('the actions of the grammar of SIP.js use more of its parser now');
  const rules = decodeRules(between(code, RULES));
  return [
    ...imports,
    'export class SyntaxError extends Error {}',
    'const FAILED = {};',
    `const startRules = ${between(code, START_RULES)};`,
    'let input, options, position, saved;',
    'const text = () => input.substring(saved, position);',
    // The actions use no more of it.
    'const location = () => ({ start: { offset: saved } });',
    'const list = (head, tail) => [head].concat(tail);',
    `const constants = [${constants}];`,
    ...rules.map((rule, index) => `function rule${index}() {\n${compileRule(rule)}\n}`),
    `const rules = [${rules.map((_, index) => `rule${index}`).join(', ')}];`,
    `export function parse(text, how = {}) {
  if (how.startRule !== undefined && !(how.startRule in startRules)) throw new Error('no rule ' + how.startRule);
  [input, options, position, saved] = [text, how, 0, 0];
  options.data = {};
  const result = rules[how.startRule === undefined ? ${defaultRule(code)} : startRules[how.startRule]]();
  if (result !== FAILED && position === input.length) return result;
  throw new SyntaxError('not by the grammar');
}`,
    '',
  ].join('\n');
}

function between(code: string, [before, after]: readonly [string, string]): string {
  const start = code.indexOf(before);
  const end = code.indexOf(after, start + before.length);
  if (start < 0 || end < 0) throw new Error(`the grammar of SIP.js is another one now: no "${before}" … "${after}"`);
  return code.slice(start + before.length, end);
}

/** Each rule is a string whose characters are its bytecode plus 32. */
function decodeRules(list: string): readonly (readonly number[])[] {
  const literals = list.match(/"(?:[^"\\]|\\.)*"/g) ?? [];
  return literals.map((literal) =>
    // JSON knows no \x: it is the one way of writing characters that pegjs uses beyond it, beside \0.
    [...(JSON.parse(literal.replace(/\\x/g, '\\u00').replace(/\\0/g, '\\u0000')) as string)].map(
      (character) => character.charCodeAt(0) - 32,
    ),
  );
}

const defaultRule = (code: string): number => Number(/let peg\$startRuleIndex = (\d+);/.exec(code)?.[1]);
