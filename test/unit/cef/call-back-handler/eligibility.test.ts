import { expect, test } from 'vitest';
import { isSupported } from '../../../../src-main/cef/call-back-handler/eligibility';

type Setting = 'ON' | 'OFF' | 'ON or OFF';
type Forward = 'Configured' | 'Not configured' | 'ON or OFF';

/** Table 4-1, Call Back Interactions with Call Waiting and Call Forwarding; its torn last row is put together again. */
const TABLE: readonly (readonly [Setting, Forward, Forward, Forward, 'Supported' | 'Not supported'])[] = [
  ['ON', 'Not configured', 'Not configured', 'Not configured', 'Supported'],
  ['OFF', 'Not configured', 'Not configured', 'Not configured', 'Supported'],
  ['ON or OFF', 'Configured', 'ON or OFF', 'ON or OFF', 'Not supported'],
  ['ON or OFF', 'Not configured', 'Configured', 'Not configured', 'Supported'],
  ['ON or OFF', 'Not configured', 'Not configured', 'Configured', 'Supported'],
  ['ON or OFF', 'Not configured', 'Configured', 'Configured', 'Supported'],
];

const settings = (cell: Setting): readonly boolean[] => (cell === 'ON or OFF' ? [true, false] : [cell === 'ON']);
const forwards = (cell: Forward): readonly (string | null)[] =>
  cell === 'ON or OFF' ? ['1004', null] : [cell === 'Configured' ? '1004' : null];

test.each(TABLE)(
  'call waiting %s, forward all %s, busy %s, no answer %s: %s',
  (waiting, all, busy, noAnswer, expected) => {
    const results = settings(waiting).flatMap((callWaiting) =>
      forwards(all).flatMap((forwardAll) =>
        forwards(busy).flatMap((forwardBusy) =>
          forwards(noAnswer).map((forwardNoAnswer) =>
            isSupported({ callWaiting, forwardAll, forwardBusy, forwardNoAnswer }),
          ),
        ),
      ),
    );
    expect(new Set(results)).toEqual(new Set([expected === 'Supported']));
  },
);
