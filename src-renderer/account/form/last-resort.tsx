import { TextField } from '../../kit/form/field';
import type { Draft } from '../state/draft';
import { useActions, usePage } from '../state/page-context';

const CHOICES: readonly { readonly way: Draft['lastResort']; readonly label: string; readonly meaning: string }[] = [
  {
    way: 'never',
    label: 'Never ask',
    meaning: 'Call Back then cannot watch numbers that the server tells nothing of.',
  },
  {
    way: 'options',
    label: 'Ask by a message (OPTIONS)',
    meaning: 'Those you wait for notice nothing. Many servers answer in their place, and then it is of no use.',
  },
  {
    way: 'invite',
    label: 'Ask by a short call',
    meaning:
      'Those you wait for do notice: their phone may ring once at every try, and may show a missed call for each. Choose this only if they agree.',
  },
];

/** Asking is a burden for others, so it is never done without the user's consent. */
export function LastResort() {
  const actions = useActions();
  const { lastResort, askEvery } = usePage(({ draft }) => draft);
  return (
    <fieldset>
      <legend>Last resort</legend>
      <p className="hint">
        Where the server does not tell when a line is free, Call Back can ask again and again. It does so only with your
        consent.
      </p>
      {CHOICES.map(({ way, label, meaning }) => (
        <div key={way} className="field check">
          <input
            type="radio"
            id={`last-resort-${way}`}
            name="lastResort"
            aria-describedby={`last-resort-${way}-meaning`}
            checked={lastResort === way}
            onChange={() => actions.edit({ lastResort: way })}
          />
          <label htmlFor={`last-resort-${way}`}>{label}</label>
          <p id={`last-resort-${way}-meaning`} className="hint">
            {meaning}
          </p>
        </div>
      ))}
      {lastResort !== 'never' && (
        <TextField
          field="askEvery"
          label="Seconds between two tries"
          value={askEvery}
          maxLength={9}
          inputMode="numeric"
          hint="At least 30."
          onChange={(value) => actions.edit({ askEvery: value })}
        />
      )}
    </fieldset>
  );
}
