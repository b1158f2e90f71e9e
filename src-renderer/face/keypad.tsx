import type { Digit } from '../../src-main/contract/keys';
import { PhoneKey } from './phone-key';
import { StarPrint } from './prints';

const KEYS: readonly { readonly digit: Digit; readonly letters: string }[] = [
  { digit: '1', letters: '' },
  { digit: '2', letters: 'ABC' },
  { digit: '3', letters: 'DEF' },
  { digit: '4', letters: 'GHI' },
  { digit: '5', letters: 'JKL' },
  { digit: '6', letters: 'MNO' },
  { digit: '7', letters: 'PQRS' },
  { digit: '8', letters: 'TUV' },
  { digit: '9', letters: 'WXYZ' },
  { digit: '*', letters: '' },
  { digit: '0', letters: 'OPER' },
  { digit: '#', letters: '' },
];

export function Keypad() {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    <div className="keypad" role="group" aria-label="Keypad">
      {KEYS.map(({ digit, letters }) => (
        <PhoneKey key={digit} phoneKey={{ kind: 'digit', digit }} name={digit} className="key digit-key">
          <span className="digit">{digit === '*' ? <StarPrint /> : digit}</span>
          {letters !== '' && <span className="letters" data-print={letters} />}
        </PhoneKey>
      ))}
    </div>
  );
}
