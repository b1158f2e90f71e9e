/**
 * Turns a parser that pegjs has generated for size into one that runs faster. For size, pegjs writes each rule of a grammar as bytecode,
 * and an interpreter for it; and all of it is made anew for each text that is parsed. Here each rule becomes a function.
 *
 * What is lost is the list of what was expected at the place of a fault: SIP.js throws it away.
 */

/** One instruction: what it does and, after it, its operands. The numbers are those of pegjs 0.10. */
const CODE = {
  push: 0,
  pushUndefined: 1,
  pushNull: 2,
  pushFailed: 3,
  pushEmptyArray: 4,
  pushPosition: 5,
  pop: 6,
  popPosition: 7,
  popSeveral: 8,
  dropSecond: 9,
  append: 10,
  wrap: 11,
  text: 12,
  ifTrue: 13,
  ifFailed: 14,
  ifNotFailed: 15,
  whileNotFailed: 16,
  matchAny: 17,
  matchString: 18,
  matchStringIgnoringCase: 19,
  matchClass: 20,
  acceptSeveral: 21,
  acceptString: 22,
  fail: 23,
  loadSavedPosition: 24,
  updateSavedPosition: 25,
  call: 26,
  rule: 27,
  beginSilence: 28,
  endSilence: 29,
} as const;

interface Compiled {
  readonly lines: readonly string[];
  /** How many values are on the stack afterwards. */
  readonly depth: number;
}

/** The body of the function of one rule: the values that the interpreter has on its stack are the variables s0, s1 and so on. */
export function compileRule(bytecode: readonly number[]): string {
  const { lines, depth } = compileBlock(bytecode, 0, bytecode.length, 0);
  if (depth !== 1) throw new Error(`a rule leaves ${depth} values`);
  const text = lines.join('\n');
  const values = [...new Set(text.match(/\bs\d+\b/g))];
  return `let ${values.join(', ')};\n${text}\nreturn s0;`;
}

function compileBlock(code: readonly number[], from: number, end: number, before: number): Compiled {
  const lines: string[] = [];
  let depth = before;
  let at = from;
  const operand = (place: number): number => code[at + place] ?? missing(at + place);
  const top = (below = 0): string => `s${depth - 1 - below}`;
  const push = (value: string): void => {
    depth += 1;
    lines.push(`${top()} = ${value};`);
  };
  /** @param operands how many stand before the lengths of the two branches */
  const branch = (condition: string, operands: number): void => {
    const [yes, no] = [operand(operands + 1), operand(operands + 2)];
    const start = at + operands + 3;
    const first = compileBlock(code, start, start + yes, depth);
    const second = compileBlock(code, start + yes, start + yes + no, depth);
    if (no > 0 && first.depth !== second.depth) throw new Error(`the branches at ${at} leave different stacks`);
    lines.push(`if (${condition}) {`, ...first.lines, ...(no > 0 ? ['} else {', ...second.lines] : []), '}');
    depth = first.depth;
    at = start + yes + no;
  };
  const next = (operands: number): void => {
    at += operands + 1;
  };
  while (at < end) {
    switch (code[at]) {
      case CODE.push:
        push(`constants[${operand(1)}]`);
        next(1);
        break;
      case CODE.pushUndefined:
        push('undefined');
        next(0);
        break;
      case CODE.pushNull:
        push('null');
        next(0);
        break;
      case CODE.pushFailed:
        push('FAILED');
        next(0);
        break;
      case CODE.pushEmptyArray:
        push('[]');
        next(0);
        break;
      case CODE.pushPosition:
        push('position');
        next(0);
        break;
      case CODE.pop:
        depth -= 1;
        next(0);
        break;
      case CODE.popPosition:
        lines.push(`position = ${top()};`);
        depth -= 1;
        next(0);
        break;
      case CODE.popSeveral:
        depth -= operand(1);
        next(1);
        break;
      case CODE.dropSecond:
        lines.push(`${top(1)} = ${top()};`);
        depth -= 1;
        next(0);
        break;
      case CODE.append:
        lines.push(`${top(1)}.push(${top()});`);
        depth -= 1;
        next(0);
        break;
      case CODE.wrap: {
        const values = Array.from({ length: operand(1) }, (_, index) => `s${depth - operand(1) + index}`);
        depth -= operand(1);
        push(`[${values.join(', ')}]`);
        next(1);
        break;
      }
      case CODE.text:
        lines.push(`${top()} = input.substring(${top()}, position);`);
        next(0);
        break;
      case CODE.ifTrue:
        branch(top(), 0);
        break;
      case CODE.ifFailed:
        branch(`${top()} === FAILED`, 0);
        break;
      case CODE.ifNotFailed:
        branch(`${top()} !== FAILED`, 0);
        break;
      case CODE.whileNotFailed: {
        const body = compileBlock(code, at + 2, at + 2 + operand(1), depth);
        if (body.depth !== depth) throw new Error(`the loop at ${at} does not keep its stack`);
        lines.push(`while (${top()} !== FAILED) {`, ...body.lines, '}');
        at += 2 + operand(1);
        break;
      }
      case CODE.matchAny:
        branch('input.length > position', 0);
        break;
      case CODE.matchString:
        branch(`input.startsWith(constants[${operand(1)}], position)`, 1);
        break;
      case CODE.matchStringIgnoringCase:
        branch(`input.substr(position, constants[${operand(1)}].length).toLowerCase() === constants[${operand(1)}]`, 1);
        break;
      case CODE.matchClass:
        branch(`constants[${operand(1)}].test(input.charAt(position))`, 1);
        break;
      case CODE.acceptSeveral:
        push(`input.substr(position, ${operand(1)})`);
        lines.push(`position += ${operand(1)};`);
        next(1);
        break;
      case CODE.acceptString:
        push(`constants[${operand(1)}]`);
        lines.push(`position += constants[${operand(1)}].length;`);
        next(1);
        break;
      case CODE.fail:
        push('FAILED');
        next(1);
        break;
      case CODE.loadSavedPosition:
        lines.push(`saved = ${top(operand(1))};`);
        next(1);
        break;
      case CODE.updateSavedPosition:
        lines.push('saved = position;');
        next(0);
        break;
      case CODE.call: {
        const count = operand(3);
        const values = Array.from({ length: count }, (_, index) => top(operand(4 + index)));
        const call = `constants[${operand(1)}](${values.join(', ')})`;
        depth -= operand(2);
        push(call);
        next(3 + count);
        break;
      }
      case CODE.rule:
        push(`rule${operand(1)}()`);
        next(1);
        break;
      case CODE.beginSilence:
      case CODE.endSilence:
        next(0);
        break;
      default:
        throw new Error(`no instruction of pegjs: ${code[at]}`);
    }
  }
  return { lines, depth };
}

function missing(place: number): never {
  throw new Error(`the bytecode ends at ${place}, in the middle of an instruction`);
}
