import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import type { Clock } from '../../cef/ports';
import type { ServiceAnswer } from '../../phone/menus/service';
import type { ServiceItem } from '../../phone/menus/service-item';
import { ServiceCookies } from './service-cookies';
import { readServicePage } from './service-pages';

const PLAIN = /^[^/\\.:][^/\\:]*$/;
const http = /^http:\/\//;

const listSchema = v.strictObject({
  services: v.array(
    v.strictObject({
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
    }),
  ),
});

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
  private found: readonly ServiceItem[] | null = null;
  /** By phone. */
  private readonly cookies = new Map<string, ServiceCookies>();

  constructor(private readonly ports: ServiceListPorts) {}

  list(): readonly ServiceItem[] {
    this.found ??= [...this.read(this.ports.ours, true), ...this.read(this.ports.theirs, false)];
    return this.found;
  }

  /**
   * @param phone that asks: a service knows each by its cookies
   * @param url a plain file name beside the user's list, or a page of a server on this machine
   */
  async open(phone: string, url: string): Promise<ServiceAnswer> {
    const report = (problem: string): void => this.ports.report(problem);
    if (/^[a-z]+:/i.test(url)) return readServicePage(url, this.cookiesOf(phone), report);
    const file = join(this.ports.theirs, url);
    try {
      if (!PLAIN.test(url)) throw new Error('is no plain file name');
      return { ok: true, value: readFileSync(file, 'utf8'), refresh: null };
    } catch (error) {
      this.ports.report(`${file}: ${words(error)}`);
      return { ok: false, error: { phrase: 'fileError', value: '' } };
    }
  }

  /** The phone is gone, and with it what services know of it. */
  forget(phone: string): void {
    this.cookies.delete(phone);
  }

  private cookiesOf(phone: string): ServiceCookies {
    const known =
      this.cookies.get(phone) ?? new ServiceCookies(this.ports.clock, (problem) => this.ports.report(problem));
    this.cookies.set(phone, known);
    return known;
  }

  private read(folder: string, needed: boolean): readonly ServiceItem[] {
    const file = join(folder, LIST);
    let text: string;
    try {
      text = readFileSync(file, 'utf8');
    } catch (error) {
      // Most users have none.
      if (needed) this.ports.report(`${file}: ${words(error)}`);
      return [];
    }
    const list = v.safeParse(v.pipe(v.string(), v.parseJson(), listSchema), text);
    if (list.success) return list.output.services;
    this.ports.report(`${file}: ${v.getDotPath(list.issues[0]) ?? 'the file'}: ${list.issues[0].message}`);
    return [];
  }
}

const words = (error: unknown): string => (error instanceof Error ? error.message : String(error));
