import type { LineEvent } from '../../src-main/contract/line-port';

type DevicesEvent = Extract<LineEvent, { kind: 'devices' }>;

/** Chromium's names for "whatever the system chooses", which here is the empty id. */
const SYSTEMS_OWN = ['default', 'communications'];

/** The machine's microphones and outputs: told when somebody asks, and from then on whenever one comes or goes. */
export class MachineDevices {
  #asked = false;

  readonly #media: Pick<MediaDevices, 'enumerateDevices' | 'addEventListener'>;
  readonly #tell: (event: DevicesEvent) => void;

  constructor(media: Pick<MediaDevices, 'enumerateDevices' | 'addEventListener'>, tell: (event: DevicesEvent) => void) {
    this.#media = media;
    this.#tell = tell;
  }

  async list(): Promise<void> {
    if (!this.#asked) this.#media.addEventListener('devicechange', () => void this.list());
    this.#asked = true;
    const all = await this.#media.enumerateDevices().catch(() => []);
    const of = (kind: MediaDeviceKind): DevicesEvent['outputs'] =>
      all
        .filter((device) => device.kind === kind && device.deviceId !== '' && !SYSTEMS_OWN.includes(device.deviceId))
        .map(({ deviceId, label }) => ({ id: deviceId, label }));
    this.#tell({ kind: 'devices', microphones: of('audioinput'), outputs: of('audiooutput') });
  }
}
