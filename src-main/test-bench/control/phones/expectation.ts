import type { Expectation, TextExpectation } from './expectation-schema';
import { matchesText } from './match-text';
import type { PhoneReport } from './phone-report';

/** What of an expectation does not hold, each in words that say what is there instead; none = it holds. */
export function unmetParts(expected: Expectation, phone: PhoneReport): readonly string[] {
  const { display, title, prompt, softkey, call, lamp, tone, alerts } = expected;
  const lamps = lampsOf(phone);
  return [
    ...unmetText('display', display, phone.screen),
    ...unmetText('title', title, phone.title),
    ...unmetText('prompt', prompt, phone.prompt),
    ...unmet(softkey, phone.softkeys.includes(softkey ?? ''), () => [
      `softkey ${quoted(softkey)}`,
      listOf(phone.softkeys),
    ]),
    ...unmet(call, holdsCall(call, phone), () => [`call ${call}`, listOf(phone.calls.map(({ state }) => state))]),
    ...Object.entries(lamp ?? {}).flatMap(([name, state]) =>
      unmet(state, lamps[name] === state, () => [
        `lamp ${name} ${state}`,
        lamps[name] ?? `no such lamp: ${listOf(Object.keys(lamps))}`,
      ]),
    ),
    ...unmet(tone, (phone.sounds.tone ?? 'none') === tone, () => [`tone ${tone}`, phone.sounds.tone ?? 'none']),
    ...unmet(alerts, phone.sounds.alerts >= (alerts ?? 0), () => [`${alerts} alerts`, String(phone.sounds.alerts)]),
  ];
}

/** Each lamp by its name; that of a line button is Line1 … Line6. */
const lampsOf = ({ lamps, lines }: PhoneReport): Readonly<Record<string, string>> => ({
  ...lamps,
  ...Object.fromEntries(lines.map(({ button, lamp }) => [`Line${button}`, lamp])),
});

const holdsCall = (call: string | undefined, { calls }: PhoneReport): boolean =>
  call === 'none' ? calls.length === 0 : calls.some(({ state }) => state === call);

const unmetText = (part: string, expected: TextExpectation | undefined, is: string): readonly string[] =>
  unmet(expected, expected !== undefined && matchesText(expected, is), () => [
    `${part} ${typeof expected === 'string' ? quoted(expected) : `/${expected?.regex}/`}`,
    quoted(is),
  ]);

function unmet(
  asked: unknown,
  holds: boolean,
  words: () => readonly [expected: string, instead: string],
): readonly string[] {
  if (asked === undefined || holds) return [];
  const [expected, instead] = words();
  return [`expected ${expected}, but it was ${instead}`];
}

const quoted = (text: string | undefined): string => JSON.stringify(text ?? '');
const listOf = (names: readonly (string | null)[]): string =>
  names.filter((name) => name !== null).join(', ') || 'none';
