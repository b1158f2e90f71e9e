import type { LineEvent, Quality } from '../contract/line-port';
import { isHeard } from './calls/call';
import type { PhoneEffect } from './phone-effect';
import { callById, type PhoneState, type Services, type Step, step } from './phone-state';
import { type Phrasebook, phrase } from './phrases';
import { ownScreen } from './services';

/** How well a call is heard, as its screen shows it. */
export interface ShownQuality {
  readonly call: string;
  readonly line: string;
  /** null = nothing is known yet. */
  readonly quality: Quality | null;
  /** When to ask again, in milliseconds since the epoch. */
  readonly measureAt: number;
}

const EVERY = 1000;
const PAGE = 'phone/quality';

/** A row each; their phrases have the words. */
const ROWS = [
  'qualityCodec',
  'qualityReceived',
  'qualityLost',
  'qualityJitter',
  'qualityRoundTrip',
  'qualitySent',
] as const;

/** The i key twice in a call. @returns null where the call in front is none that is heard */
export function showQuality(state: PhoneState, now: number): Step | null {
  const call = callById(state, state.selected);
  if (!call || !isHeard(call)) return null;
  const under = isOn(state.services) ? (state.services?.under ?? null) : state.services;
  const object = ownScreen(PAGE, 'callQuality', ROWS.join('\n'));
  const services = { object, scrolledRows: 0, covered: false, own: true, under, page: null };
  const quality = { call: call.id, line: call.line, quality: null, measureAt: now + EVERY };
  return step({ ...state, services, quality, helpUntil: null, softkeyPage: 0, notice: null }, measure(quality));
}

const measure = ({ line, call }: ShownQuality): PhoneEffect => ({
  kind: 'line',
  command: { kind: 'measure', line, call },
});

/** Once a second while it is shown. */
export const measureWhenDue = (state: PhoneState, now: number): Step =>
  state.quality && state.quality.measureAt <= now
    ? step({ ...state, quality: { ...state.quality, measureAt: now + EVERY } }, measure(state.quality))
    : step(state);

export const qualityMeasured = (state: PhoneState, event: Extract<LineEvent, { kind: 'quality' }>): PhoneState =>
  state.quality?.call === event.call ? { ...state, quality: { ...state.quality, quality: event.quality } } : state;

/** Closed, covered by something more urgent, or about a call that is heard no more: nobody measures any longer. */
export function closeStaleQuality(state: PhoneState): PhoneState {
  const { quality, services } = state;
  if (!quality) return state;
  const call = callById(state, quality.call);
  if (call && isHeard(call) && !services?.covered && holdsPage(services)) return state;
  return { ...state, quality: null, services: withoutPage(services), softkeyPage: 0 };
}

const isOn = (services: Services | null): boolean => services?.object.appId === PAGE;

const holdsPage = (services: Services | null): boolean =>
  services !== null && (isOn(services) || holdsPage(services.under));

function withoutPage(services: Services | null): Services | null {
  if (services === null) return null;
  return isOn(services) ? services.under : { ...services, under: withoutPage(services.under) };
}

/** The text of the screen, or null where another one is shown. */
export function qualityText({ quality: shown, services }: PhoneState, book: Phrasebook): string | null {
  if (!shown || !isOn(services)) return null;
  const { quality } = shown;
  const values: Readonly<Record<(typeof ROWS)[number], readonly (string | number | null | undefined)[]>> = {
    qualityCodec: [quality?.codec || null],
    qualityReceived: [quality?.packetsReceived],
    qualityLost: [quality?.packetsLost, quality && lostShare(quality)],
    qualityJitter: [quality?.jitter],
    qualityRoundTrip: [quality?.roundTrip],
    qualitySent: [quality?.packetsSent],
  };
  return ROWS.map((row) => phrase(book, row, ...values[row].map(inDigits))).join('\n');
}

const inDigits = (value: string | number | null | undefined): string =>
  typeof value === 'number' ? String(Math.round(value)) : (value ?? '-');

/** Of all that the far end has sent, with one place behind the point. */
function lostShare({ packetsLost, packetsReceived }: Quality): string {
  const sent = packetsLost + packetsReceived;
  return sent > 0 ? ((100 * packetsLost) / sent).toFixed(1) : '0.0';
}
