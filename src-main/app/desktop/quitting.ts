import { countOf, type DeskView } from './desk-view';

export interface QuitQuestion {
  readonly message: string;
  readonly detail: string;
}

/** What to ask before the app ends; null = nothing is lost by it. */
export function questionBeforeQuit({ phones, callBacks }: DeskView): QuitQuestion | null {
  const talking = phones.filter(({ calls }) => calls.length > 0).length;
  if (callBacks.length === 0 && talking === 0) return null;
  const call = talking > 0 ? [`${countOf(talking, 'phone is', 'phones are')} in a call, which would end.`] : [];
  if (callBacks.length === 0) return { message: 'Quit in the middle of a call?', detail: call.join(' ') };
  const waiting = callBacks.map(({ calling, called }) => `${calling} waits for ${called}`).join(', ');
  return {
    message: `${countOf(callBacks.length, 'Call Back is', 'Call Backs are')} active: ${waiting}.`,
    detail: [
      ...call,
      callBacks.length === 1
        ? 'It is kept, and goes on when Callback Phone is started again. Until then you are not told when the number is free.'
        : 'They are kept, and go on when Callback Phone is started again. Until then you are not told when a number is free.',
    ].join(' '),
  };
}
