import { type DeskView, inPhase } from './desk-view';

export type NotificationAction = 'answer' | 'decline' | 'dial' | 'show';

/** What the system is to show of one thing that has happened. */
export interface WantedNotification {
  /** Two notices of the same thing have the same. */
  readonly key: string;
  readonly kind: 'ring' | 'available' | 'missed';
  readonly device: string;
  readonly title: string;
  readonly body: string;
  /** Its buttons, where the system has any; a click beside them shows the phone. */
  readonly buttons: readonly { readonly label: string; readonly action: NotificationAction }[];
}

/** All that there is to notify of: what is not here any more has no reason left. */
export const notificationsFor = ({ phones, callBacks, missed }: DeskView): readonly WantedNotification[] => [
  ...phones.flatMap((phone): readonly WantedNotification[] => {
    const ringing = inPhase(phone, 'ringIn');
    if (!ringing) return [];
    return [
      {
        kind: 'ring',
        key: `ring ${phone.name} ${ringing.id}`,
        device: phone.name,
        title: `${ringing.party || 'Somebody'} calls`,
        body: `7960 – ${phone.number}`,
        buttons: [
          { label: 'Answer', action: 'answer' },
          { label: 'Decline', action: 'decline' },
        ],
      },
    ];
  }),
  ...callBacks.flatMap(({ device, calling, called, availableSince }): readonly WantedNotification[] =>
    availableSince === null
      ? []
      : [
          {
            kind: 'available',
            key: `available ${device} ${called} ${availableSince}`,
            device,
            title: `${called} has become available`,
            body: `Call Back on 7960 – ${calling}`,
            buttons: [{ label: 'Dial', action: 'dial' }],
          },
        ],
  ),
  ...missed.map(
    ({ device, number, party, at }): WantedNotification => ({
      kind: 'missed',
      key: `missed ${device} ${at}`,
      device,
      title: `Missed call: ${party || 'unknown number'}`,
      body: `7960 – ${number}`,
      buttons: [],
    }),
  ),
];
