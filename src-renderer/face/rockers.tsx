import { PhoneKey } from './phone-key';

/** Scrolls the display. */
export function NavigationRocker() {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    <div className="rocker navigation" role="group" aria-label="Scroll">
      <PhoneKey phoneKey={{ kind: 'navigate', direction: 'up' }} name="Scroll up" className="key rocker-half">
        <svg className="sign" viewBox="0 0 20 12" aria-hidden="true">
          <path d="M10 1 19 11H1Z" />
        </svg>
      </PhoneKey>
      <PhoneKey phoneKey={{ kind: 'navigate', direction: 'down' }} name="Scroll down" className="key rocker-half">
        <svg className="sign" viewBox="0 0 20 12" aria-hidden="true">
          <path d="M1 1H19L10 11Z" />
        </svg>
      </PhoneKey>
    </div>
  );
}

const SOUND_WAVES = {
  down: ['M14 6.5a5 5 0 0 1 0 5'],
  up: ['M14 6.5a5 5 0 0 1 0 5', 'M17 4a9 9 0 0 1 0 10', 'M20 1.5a13 13 0 0 1 0 15'],
} as const;

/** Quieter at the left, louder at the right. */
export function VolumeRocker() {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    <div className="rocker volume" role="group" aria-label="Volume">
      {(['down', 'up'] as const).map((direction) => (
        <PhoneKey
          key={direction}
          phoneKey={{ kind: 'volume', direction }}
          name={`Volume ${direction}`}
          className="key rocker-half"
        >
          <svg className="sign" viewBox="0 0 24 18" aria-hidden="true">
            <path d="M2 6.5H6L11 2V16L6 11.5H2Z" />
            {SOUND_WAVES[direction].map((wave) => (
              <path key={wave} className="wave" d={wave} />
            ))}
          </svg>
        </PhoneKey>
      ))}
    </div>
  );
}
