import { app } from 'electron';
import { errorWords } from '../base/error-words';
import { systemClock } from '../base/system-clock';
import { PhoneWebServer } from '../test-bench/phone-web-server/phone-web-server';
import { WebAccess } from '../test-bench/phone-web-server/web-access';
import type { PhoneWebPorts, WebPhone } from '../test-bench/phone-web-server/web-phone';
import type { PhoneSystems } from './phone-systems';

export interface PhoneWebParts {
  /** See WebAccess. */
  readonly file: string;
  systems(): PhoneSystems;
  trace(text: string): void;
}

/** The web servers of the phones on this desk: one for each that there is, or has been. */
export class PhoneWeb {
  readonly #servers = new Map<string, Promise<PhoneWebServer | null>>();
  readonly #addresses = new Map<string, string>();
  readonly #access: WebAccess;
  readonly #parts: PhoneWebParts;
  readonly #ports: PhoneWebPorts;

  /** @throws Error as WebAccess.open */
  constructor(parts: PhoneWebParts) {
    this.#parts = parts;
    const access = WebAccess.open(parts.file);
    this.#access = access;
    this.#ports = {
      phone: (name) => this.#phone(name),
      deliver: (name, xml) => this.#phones?.deliver(name, xml),
      isAllowed: (credentials, device) => access.isAllowed(credentials, device),
      trace: parts.trace,
    };
  }

  /** There may be a phone that has no web server yet. */
  lookForPhones(): void {
    for (const { name } of this.#phones?.status() ?? [])
      if (!this.#servers.has(name)) this.#servers.set(name, this.#open(name));
  }

  stop(): void {
    for (const server of this.#servers.values()) void server.then((one) => one?.close());
  }

  async #open(device: string): Promise<PhoneWebServer | null> {
    try {
      const server = await PhoneWebServer.listen(device, systemClock, this.#ports);
      this.#addresses.set(device, server.url);
      this.#parts.trace(`${device} has its web server at ${server.url}`);
      this.#access.write(Object.fromEntries(this.#addresses));
      return server;
    } catch (error) {
      this.#parts.trace(`${device} has no web server: ${errorWords(error)}`);
      return null;
    }
  }

  #phone(name: string): WebPhone | undefined {
    const snapshot = this.#phones?.snapshot(name);
    return (
      snapshot && {
        name,
        number: snapshot.device.number,
        load: app.getVersion(),
        messagesWaiting: snapshot.lamps.messages !== 'off',
        userLocale: this.#phones?.localeOf(name) ?? '',
      }
    );
  }

  get #phones() {
    return this.#parts.systems().desk?.phones;
  }
}
