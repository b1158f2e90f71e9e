import type { AdminBook, AdminDevice } from '../../../src-main/contract/admin';
import type { Place } from '../state/page-state';
import type { Section } from '../state/sections';

/** One thing of a page, as its list has it. */
export interface Entry {
  readonly id: string;
  readonly name: string;
  readonly more: readonly string[];
  readonly place: Place;
}

interface List {
  readonly heading: string;
  readonly entries: readonly Entry[];
  /** What one can add, and how it is called while it is not saved. */
  readonly add: { readonly label: string; readonly place: Place; readonly unsaved: string } | null;
}

export function listOf(section: Section, book: AdminBook): List {
  switch (section) {
    case 'phone':
      return { heading: 'Find and List Phones', entries: devicesOf(book, false), add: null };
    case 'routePoint':
      return {
        heading: 'CTI Route Points',
        entries: devicesOf(book, true),
        add: { label: 'Add a CTI route point', place: { kind: 'newRoutePoint' }, unsaved: 'New CTI route point' },
      };
    case 'template':
      return {
        heading: 'Softkey Templates',
        entries: book.templates.map(({ name, isStandard, problem }) => ({
          id: name,
          name,
          more: [isStandard ? 'comes with the app' : '', problem === null ? '' : 'cannot be used'],
          place: { kind: 'template', id: name },
        })),
        // A template is made as a copy of another one.
        add: null,
      };
    case 'pool':
      return {
        heading: 'Device Pools',
        entries: book.pools.map(({ name, softkeyTemplate }) => ({
          id: name,
          name,
          more: [softkeyTemplate],
          place: { kind: 'pool', id: name },
        })),
        add: { label: 'Add a device pool', place: { kind: 'newPool' }, unsaved: 'New device pool' },
      };
    case 'parameters':
      return { heading: 'Service Parameters', entries: [only('Cisco Extended Functions', section)], add: null };
    case 'voiceMail':
      return { heading: 'Voice Mail', entries: [only('Pilot number and messages', section)], add: null };
  }
}

const only = (name: string, kind: 'parameters' | 'voiceMail'): Entry => ({
  id: '',
  name,
  more: [],
  place: { kind, id: '' },
});

const devicesOf = ({ devices }: AdminBook, routePoints: boolean): readonly Entry[] =>
  devices
    .filter(({ isRoutePoint }) => isRoutePoint === routePoints)
    .map((device) => ({
      id: device.name,
      name: `${device.number} ${device.displayName}`,
      more: [device.isRoutePoint ? '' : device.model, device.description, stateOf(device)],
      place: { kind: 'device', id: device.name },
    }));

/** What keeps calls from the phone; empty = nothing. */
const stateOf = ({ forwardAll, doNotDisturb }: AdminDevice): string =>
  [forwardAll && `forwards all calls to ${forwardAll}`, doNotDisturb && 'do not disturb'].filter(Boolean).join(', ');
