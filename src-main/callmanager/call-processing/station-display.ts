import type { LineStatus } from '../../contract/line-status';
import type { CallManagerToStation } from '../../contract/station';
import type { Device } from '../devices/device';
import type { DeviceTable } from '../devices/device-table';
import type { VoiceMailTable } from '../devices/voice-mail-table';
import { lineIdOf } from '../line-id';
import { phoneFeaturesOf } from './features';
import type { LineBook } from './line-book';

export interface StationDisplayParts {
  readonly devices: DeviceTable;
  readonly voiceMail: VoiceMailTable;
  readonly station: CallManagerToStation;
  readonly lines: Pick<LineBook, 'statusOf' | 'usersOf'>;
}

/** What CallManager shows its phones beside calls: how they are configured, and how other phones' lines stand. */
export class StationDisplay {
  readonly #parts: StationDisplayParts;

  constructor(parts: StationDisplayParts) {
    this.#parts = parts;
  }

  /** Everything: the phone has registered, or it is configured in another way than before. */
  showPhone(name: string): void {
    const { devices, voiceMail, station } = this.#parts;
    const device = devices.find(name);
    if (!device) return;
    station.showFeatures(name, phoneFeaturesOf(device, voiceMail.pilot));
    for (const { number } of device.speedDials) this.#showSpeedDial(device, number);
    for (const { number } of device.lines) this.showUse(number);
  }

  /** Every phone, since something has changed that all have in common. */
  showPhones(): void {
    for (const { name } of this.#parts.devices.phones()) this.showPhone(name);
  }

  /** The phones of a shared line see when another one of them talks. */
  showUse(number: string): void {
    const { devices, station, lines } = this.#parts;
    const users = lines.usersOf(number);
    const phones = devices.phonesWith(number);
    if (phones.length < 2) return;
    for (const { name } of phones)
      station.showRemoteInUse(
        name,
        lineIdOf(name, number),
        users.some((user) => user !== name),
      );
  }

  /** A line stands in another way than before, and so do the speed dials that call it. */
  showStatus(number: string, status: LineStatus): void {
    for (const device of this.#parts.devices.phones())
      if (device.speedDials.some((dial) => dial.number === number))
        this.#parts.station.showSpeedDial(device.name, number, status);
  }

  /** A number that nobody of the cluster has may be anything. */
  #showSpeedDial({ name }: Device, number: string): void {
    const { devices, station, lines } = this.#parts;
    const isKnown = devices.findLine(number) !== undefined;
    const behind = devices.numberBehind(number) ?? number;
    station.showSpeedDial(name, number, isKnown ? lines.statusOf(behind) : 'unknown');
  }
}
