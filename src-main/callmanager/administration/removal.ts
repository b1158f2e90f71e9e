import { missingCase } from '../../base/missing-case';
import type { AdminBook } from '../../contract/admin';
import type { Removal } from '../../contract/admin-forms';

/** Why something must stay, and what to do first; null = it may go. */
export function reasonToKeep({ kind, name }: Removal, book: AdminBook): string | null {
  switch (kind) {
    case 'routePoint':
      return book.devices.some((device) => device.name === name && device.isRoutePoint) ? null : notThere(name);
    case 'template': {
      const template = book.templates.find((one) => one.name === name);
      if (!template) return notThere(name);
      if (template.isStandard) return `${name} comes with the app and cannot be deleted.`;
      const pools = book.pools
        .filter((pool) => pool.softkeyTemplate === name)
        .map((pool) => `device pool ${pool.name}`);
      const phones = book.devices
        .filter((device) => device.softkeyTemplate === name)
        .map(({ number }) => `phone ${number}`);
      return usedBy([...pools, ...phones]);
    }
    case 'pool': {
      if (!book.pools.some((pool) => pool.name === name)) return notThere(name);
      if (book.pools[0]?.name === name)
        return `The device pool ${name} is where new phones are, and cannot be deleted.`;
      const phones = book.devices.filter((device) => device.devicePool === name && !device.isRoutePoint);
      return usedBy(phones.map(({ number }) => `phone ${number}`));
    }
    default:
      return missingCase(kind);
  }
}

const notThere = (name: string): string => `${name} is not there any more.`;

const usedBy = (users: readonly string[]): string | null =>
  users.length === 0 ? null : `Not deleted: it is used by ${users.join(', ')}. Choose another one there first.`;
