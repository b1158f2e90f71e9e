import type { Wish } from '../../phone/from-outside';
import type { PhoneStatus } from '../../phone/phone-status';
import { countOf, type DeskView, inPhase, isAvailable } from './desk-view';

export type TrayAction =
  | { readonly kind: 'showAll' | 'seen' | 'settings' | 'quit' }
  | { readonly kind: 'show'; readonly device: string }
  | { readonly kind: 'wish'; readonly device: string; readonly wish: Wish };

export interface TrayItem {
  /** Empty = a line between two groups. */
  readonly label: string;
  /** null = it is there to be read. */
  readonly action: TrayAction | null;
  /** For a switch: whether it is on. */
  readonly checked?: boolean;
}

const SEPARATOR: TrayItem = { label: '', action: null };

/** The menu of the tray, from the top; a group that has nothing is not there. */
export function trayMenuOf(view: DeskView): readonly TrayItem[] {
  const { phones, callBacks, missed } = view;
  const groups: readonly (readonly TrayItem[])[] = [
    [{ label: 'Show Phones', action: { kind: 'showAll' } }],
    phones.flatMap(callItems),
    [
      ...callBacks.map((one) => ({
        label: isAvailable(one)
          ? `${one.called} has become available for ${one.calling}`
          : `${one.calling} waits for ${one.called}`,
        action: { kind: 'show', device: one.device } as const,
      })),
      ...(missed.length > 0
        ? [{ label: countOf(missed.length, 'missed call'), action: { kind: 'seen' } as const }]
        : []),
    ],
    phones.map((phone) => ({
      label: `${nameOf(phone)}: ${doingOf(phone)}`,
      action: { kind: 'show', device: phone.name } as const,
    })),
    phones.map((phone) => ({
      label: phones.length > 1 ? `Do Not Disturb ${phone.number}` : 'Do Not Disturb',
      action: { kind: 'wish', device: phone.name, wish: 'doNotDisturb' } as const,
      checked: phone.doNotDisturb,
    })),
    [
      { label: 'Settings…', action: { kind: 'settings' } },
      { label: 'Quit Callback Phone', action: { kind: 'quit' } },
    ],
  ];
  return groups
    .filter((group) => group.length > 0)
    .flatMap((group, index) => (index === 0 ? group : [SEPARATOR, ...group]));
}

function callItems(phone: PhoneStatus): readonly TrayItem[] {
  const [ringing, standing] = [inPhase(phone, 'ringIn'), inPhase(phone, 'connected', 'ringOut', 'proceed')];
  const item = (label: string, wish: Wish): TrayItem => ({ label, action: { kind: 'wish', device: phone.name, wish } });
  if (standing)
    return [
      item(`Hang Up ${standing.party}`, 'hangUp'),
      item(phone.muted ? 'Microphone On' : 'Mute', 'mute'),
      ...(ringing ? [item(`Answer ${ringing.party}`, 'answer')] : []),
    ];
  return ringing ? [item(`Answer ${ringing.party}`, 'answer'), item(`Decline ${ringing.party}`, 'hangUp')] : [];
}

const nameOf = ({ number, displayName }: PhoneStatus): string =>
  displayName === number ? number : `${number} ${displayName}`;

function doingOf(phone: PhoneStatus): string {
  const [call] = phone.calls;
  if (!phone.registered) return 'not registered';
  if (!call) return phone.doNotDisturb ? 'do not disturb' : 'idle';
  if (call.phase === 'ringIn') return `${call.party} calls`;
  return call.phase === 'connected' || call.phase === 'held' ? `talks to ${call.party}` : `calls ${call.party}`;
}

/** Windows shows no more of it. */
const LONGEST_TOOLTIP = 120;

/** What is said of the icon when the pointer rests on it. */
export function tooltipOf({ phones, callBacks, missed }: DeskView): string {
  const registered = phones.filter((phone) => phone.registered).length;
  const said = [
    registered === phones.length ? '' : `${registered} of ${countOf(phones.length, 'phone')} registered`,
    ...phones.flatMap((phone) => phone.calls.map(() => `${phone.number} ${doingOf(phone)}`).slice(0, 1)),
    ...callBacks.map(({ called, availableSince }) =>
      availableSince === null ? `waiting for ${called}` : `${called} has become available`,
    ),
    missed.length > 0 ? countOf(missed.length, 'missed call') : '',
  ].filter(Boolean);
  const text = ['Callback Phone', ...said].join(said.length > 0 ? '\n' : '');
  return text.length > LONGEST_TOOLTIP ? `${text.slice(0, LONGEST_TOOLTIP - 1)}…` : text;
}
