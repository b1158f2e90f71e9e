/** What an INVITE is asked for: the values of a header, each as it came. */
export interface Headers {
  getHeaders(name: string): readonly string[];
}

/**
 * Does the caller, or a server on the way, ask for the call to be answered at once? There are as many ways to say so as
 * makers of phones:
 *
 * - `Answer-Mode: Auto` (RFC 5373, 4), with or without `;require`; `Priv-Answer-Mode` likewise
 * - `Call-Info: <…>;answer-after=0`, and the same in Alert-Info. Any other number of seconds is a wish to ring first
 * - `Alert-Info: <…>;info=alert-autoanswer`
 * - `Alert-Info: Auto Answer`, `Ring Answer`, also as the value of `info`
 */
export function asksForAnswer(headers: Headers): boolean {
  const values = (name: string): readonly string[] => headers.getHeaders(name).flatMap(withoutQuotes);
  const modes = [...values('answer-mode'), ...values('priv-answer-mode')];
  const infos = [...values('call-info'), ...values('alert-info')];
  return (
    modes.some((mode) => /^\s*auto\s*(;|$)/i.test(mode)) ||
    infos.some((info) => /;\s*answer-after\s*=\s*0+\s*(;|,|$)/i.test(info)) ||
    values('alert-info').some((info) =>
      /(^|;)\s*(info\s*=\s*)?(alert-autoanswer|(auto|ring)[ -]?answer)\s*(;|,|$)/i.test(info),
    )
  );
}

const withoutQuotes = (value: string): string => value.replaceAll('"', '').trim();
