import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import type { Clock } from '../../base/clock';
import { errorWords } from '../../base/error-words';
import { fileIn } from '../../base/file-in';
import { textOfBytes } from '../../base/text-of-bytes';
import type { ServiceAnswer } from '../../phone/menus/service';
import type { ServiceItem } from '../../phone/menus/service-item';
import { decoded } from './service-body';
import { ServiceCookies } from './service-cookies';
import { readServicePage } from './service-pages';
import { type Asker, headersOf, subscribed } from './service-request';

const PLAIN = /^[^/\\.:][^/\\:]*$/;
const http = /^http:\/\//;

const serviceSchema = v.strictObject({
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(64)),
  opens: v.variant('kind', [
    v.strictObject({ kind: v.picklist(['callBackRequests', 'phoneInformation', 'help']) }),
    v.strictObject({
      kind: v.literal('file'),
      file: v.pipe(
        v.string(),
        v.check((file) => PLAIN.test(file) || http.test(file), 'is no plain file name, and no http address'),
      ),
    }),
  ]),
});

const listSchema = v.strictObject({ services: v.array(v.unknown()) });

const LIST = 'services.json';

export interface ServiceListPorts {
  readonly clock: Pick<Clock, 'now'>;
  /** The services that the app comes with. */
  readonly ours: string;
  /** Where users put services of their own: a list, and the CiscoIPPhone objects that it names. */
  readonly theirs: string;
  /** Told of what cannot be used, in words that say why. */
  report(problem: string): void;
}

/** The menu behind the services key: ours first, then the user's. */
export class ServiceList {
  #found: readonly ServiceItem[] | null = null;
  /** By phone. */
  readonly #cookies = new Map<string, ServiceCookies>();

  readonly #ports: ServiceListPorts;

  constructor(ports: ServiceListPorts) {
    this.#ports = ports;
  }

  list(): readonly ServiceItem[] {
    this.#found ??= [...this.#read(this.#ports.ours, true), ...this.#read(this.#ports.theirs, false)];
    return this.#found;
  }

  /**
   * @param asker a service knows each phone by its cookies, and from the first question by its name
   * @param url a plain file name beside the user's list, or a page of a server on this machine
   */
  async open(asker: Asker, url: string): Promise<ServiceAnswer> {
    if (/^[a-z]+:/i.test(url)) {
      const isFirst = this.list().some(({ opens }) => opens.kind === 'file' && opens.file === url);
      return readServicePage(isFirst ? subscribed(url, asker) : url, {
        headers: headersOf(asker),
        cookies: this.#cookiesOf(asker.name),
        now: () => this.#ports.clock.now(),
        report: (problem) => this.#ports.report(problem),
      });
    }
    const file = join(this.#ports.theirs, url);
    try {
      if (!PLAIN.test(url)) throw new Error('is no plain file name');
      const page = { url, body: decoded(readFileSync(file), ''), plain: /\.txt$/i.test(url) };
      return { ok: true, value: { ...page, refresh: null, expired: false } };
    } catch (error) {
      this.#ports.report(`${file}: ${errorWords(error)}`);
      return { ok: false, error: { phrase: 'fileError', value: '' } };
    }
  }

  /** The phone is gone, and with it what services know of it. */
  forget(phone: string): void {
    this.#cookies.delete(phone);
  }

  #cookiesOf(phone: string): ServiceCookies {
    const known =
      this.#cookies.get(phone) ?? new ServiceCookies(this.#ports.clock, (problem) => this.#ports.report(problem));
    this.#cookies.set(phone, known);
    return known;
  }

  #read(folder: string, needed: boolean): readonly ServiceItem[] {
    const file = fileIn(folder, LIST);
    let text: string;
    try {
      text = textOfBytes(readFileSync(file));
    } catch (error) {
      // Most users have none.
      if (needed) this.#ports.report(`${file}: ${errorWords(error)}`);
      return [];
    }
    const list = v.safeParse(v.pipe(v.string(), v.parseJson(), listSchema), text);
    if (list.success) return list.output.services.flatMap((entry, index) => this.#service(file, entry, index));
    this.#ports.report(`${file}: ${v.getDotPath(list.issues[0]) ?? 'the file'}: ${list.issues[0].message}`);
    return [];
  }

  /** One that is broken leaves the others. */
  #service(file: string, entry: unknown, index: number): readonly ServiceItem[] {
    const read = v.safeParse(serviceSchema, entry);
    if (read.success) return [read.output];
    const [issue] = read.issues;
    const place = ['services', index, v.getDotPath(issue)].filter((part) => part !== null).join('.');
    this.#ports.report(`${file}: ${place}: ${issue.message}`);
    return [];
  }
}
