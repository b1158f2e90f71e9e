/** How a letter looks: alone, joined to the one before it, to the one behind it, or to both. */
interface Shapes {
  readonly isolated: string;
  readonly final?: string;
  readonly initial?: string;
  readonly medial?: string;
}

/**
 * Unicode's presentation forms of one letter each. In both blocks the forms of a letter follow each other in the order isolated,
 * final, initial, medial: two forms are a letter that never joins the next one. Left out are two forms that Uighur has for a
 * letter whose others Arabic has.
 */
const LETTERS = shapesIn([
  [0xfb50, 0xfbb1],
  [0xfbd3, 0xfbe7],
  [0xfbfc, 0xfbff],
  [0xfe80, 0xfef4],
]);

/** A lam and the alef behind it are written as one sign. */
const LAM_ALEFS = shapesIn([[0xfef5, 0xfefc]]);
const LAM = 'ل';

/** Lengthens the join between two letters. */
const TATWEEL = 'ـ';

/** The signs above and below letters for vowels and doubling: a typeface of this size has no room for them, and few write them. */
const VOWEL_SIGN = /[\u064b-\u065f\u0670]/;

function shapesIn(ranges: readonly (readonly [number, number])[]): ReadonlyMap<string, Shapes> {
  const forms = new Map<string, string[]>();
  for (const [first, last] of ranges) {
    for (let code = first; code <= last; code += 1) {
      const form = String.fromCodePoint(code);
      const letter = form.normalize('NFKC');
      if (letter !== form) forms.set(letter, [...(forms.get(letter) ?? []), form]);
    }
  }
  return new Map(
    [...forms].map(([letter, [isolated = letter, final, initial, medial]]) => [
      letter,
      {
        isolated,
        ...(final === undefined ? {} : { final }),
        ...(initial === undefined ? {} : { initial }),
        ...(medial === undefined ? {} : { medial }),
      },
    ]),
  );
}

/** Letters that do not join stand apart: what parts two words has to be wider than that. */
const WIDE_SPACE = '\u2002';

/** Letters in their presentation forms, in the order in which they are read. Other characters stay as they are. */
export function shapeArabic(characters: readonly string[]): readonly string[] {
  const letters = withLamAlefs(characters.filter((character) => !VOWEL_SIGN.test(character)));
  return letters.map((letter, index) => {
    const shapes = shapesOf(letter);
    if (!shapes) return letter === ' ' ? WIDE_SPACE : letter;
    const joinsBefore = shapes.final !== undefined && joinsNext(letters[index - 1]);
    const joinsBehind = shapes.initial !== undefined && joinsPrevious(letters[index + 1]);
    if (joinsBefore && joinsBehind) return shapes.medial ?? shapes.isolated;
    if (joinsBefore) return shapes.final ?? shapes.isolated;
    return (joinsBehind ? shapes.initial : undefined) ?? shapes.isolated;
  });
}

const withLamAlefs = (characters: readonly string[]): readonly string[] =>
  characters.flatMap((character, index) => {
    const behindLam = characters[index - 1] === LAM && LAM_ALEFS.has(LAM + character);
    if (behindLam) return [];
    const pair = character + (characters[index + 1] ?? '');
    return LAM_ALEFS.has(pair) ? [pair] : [character];
  });

const shapesOf = (letter: string | undefined): Shapes | undefined =>
  letter === undefined ? undefined : (LETTERS.get(letter) ?? LAM_ALEFS.get(letter));

const joinsNext = (letter: string | undefined): boolean =>
  letter === TATWEEL || shapesOf(letter)?.initial !== undefined;

const joinsPrevious = (letter: string | undefined): boolean =>
  letter === TATWEEL || shapesOf(letter)?.final !== undefined;
