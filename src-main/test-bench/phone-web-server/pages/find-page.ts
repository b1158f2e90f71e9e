import type { WebPhone } from '../web-phone';
import { ethernetInformation, portInformation, streamingStatistics } from './counters';
import { deviceInformation } from './device-information';
import { networkConfiguration } from './network-configuration';
import type { Page } from './page';
import { htmlPage, xmlPage } from './write-page';

type Index = string | null;
const PAGES: Readonly<Record<string, (phone: WebPhone, index: Index) => Page>> = {
  '/DeviceInformation': deviceInformation,
  '/NetworkConfiguration': networkConfiguration,
  '/EthernetInformation': ethernetInformation,
  '/PortInformation': (_phone, index) => portInformation(index),
  '/StreamingStatistics': (_phone, index) => streamingStatistics(index),
};

/** @param query what stands behind "?"; null = none does @returns null if the phone has no such page */
export function findPage(path: string, query: Index, phone: WebPhone): { type: string; body: string } | null {
  const html = PAGES[path === '/' ? '/DeviceInformation' : path];
  if (html) return { type: 'text/html; charset=iso-8859-1', body: htmlPage(html(phone, query), phone.name) };
  const xml = path.endsWith('X') ? PAGES[path.slice(0, -1)] : undefined;
  return xml ? { type: 'text/xml; charset=iso-8859-1', body: xmlPage(xml(phone, query)) } : null;
}
