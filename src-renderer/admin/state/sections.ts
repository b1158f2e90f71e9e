import type { AdminBook } from '../../../src-main/contract/admin';
import type { PageState, Place } from './page-state';

/** The pages of CallManager Administration, as its menus name them. */
export type Section = 'pool' | 'phone' | 'routePoint' | 'template' | 'voiceMail' | 'parameters';

interface Menu {
  readonly label: string;
  readonly items: readonly { readonly section: Section; readonly label: string; readonly group?: string }[];
}

/** "Device > Device Settings > Softkey Template", "System > Device Pool", "Service > Service Parameters". */
export const MENUS: readonly Menu[] = [
  { label: 'System', items: [{ section: 'pool', label: 'Device Pool' }] },
  { label: 'Service', items: [{ section: 'parameters', label: 'Service Parameters' }] },
  { label: 'Feature', items: [{ section: 'voiceMail', label: 'Voice Mail' }] },
  {
    label: 'Device',
    items: [
      { section: 'routePoint', label: 'CTI Route Point' },
      { section: 'phone', label: 'Phone' },
      { section: 'template', label: 'Softkey Template', group: 'Device Settings' },
    ],
  },
];

/** Where what is open belongs to; null = nothing is open yet. */
export function sectionOf({ shown }: PageState): Section | null {
  if (!shown) return null;
  const { kind, id } = shown.opened;
  if (kind === 'line') return 'phone';
  if (kind !== 'device') return kind;
  return (shown.book.devices.find(({ name }) => name === id)?.isRoutePoint ?? true) ? 'routePoint' : 'phone';
}

/** The first thing of a page: what is open when the page is. */
export function firstOf(section: Section, { devices, pools, templates }: AdminBook): Place {
  switch (section) {
    case 'phone':
      return { kind: 'device', id: devices.find(({ isRoutePoint }) => !isRoutePoint)?.name ?? '' };
    case 'routePoint': {
      const point = devices.find(({ isRoutePoint }) => isRoutePoint);
      return point ? { kind: 'device', id: point.name } : { kind: 'newRoutePoint' };
    }
    case 'template':
      return { kind: 'template', id: templates[0]?.name ?? '' };
    case 'pool':
      return { kind: 'pool', id: pools[0]?.name ?? '' };
    default:
      return { kind: section, id: '' };
  }
}
