import type { MenuActions } from '../app/desktop/menu-actions';
import type { PhoneConfiguration } from '../app/phones/phones';
import type { Desk } from './desk';
import { type ServiceSwitch, setPhonesMenu } from './desktop/phones-menu';

/** The phones that CallManager's database has, as far as they are this app's to show. */
export interface PhoneDevices {
  list(): readonly PhoneConfiguration[];
  add(): PhoneConfiguration | undefined;
  remove(name: string): void;
}

export interface DemoClusterParts {
  readonly desk: Desk;
  readonly devices: PhoneDevices;
  readonly mostPhones: number;
  /** CallManager is told before the database forgets the phone. */
  deviceRemoved(device: string): void;
  openAdministration(): void;
  openServiceability(): void;
  readonly service: ServiceSwitch;
  readonly actions: MenuActions;
}

/** The demo cluster as its user sees it: phones that a menu adds and removes. */
export class DemoCluster {
  /** The phones as their windows and the menu have them. */
  #shown: readonly PhoneConfiguration[] = [];

  readonly #parts: DemoClusterParts;

  constructor(parts: DemoClusterParts) {
    this.#parts = parts;
  }

  /** The menu with all that can be done with the phones. */
  showMenu(): void {
    this.#setMenu();
  }

  /** The user of a phone sees at once what an administrator has changed of it. */
  deviceChanged(name: string): void {
    const { desk, devices } = this.#parts;
    const before = this.#shown.find((phone) => phone.name === name);
    const phone = devices.list().find((one) => one.name === name);
    if (!before || !phone) return;
    this.#shown = devices.list();
    if (phone.userLocale !== before.userLocale || phone.networkLocale !== before.networkLocale)
      desk.phones.setLocales(name, phone);
    if (JSON.stringify(phone.speedDials) !== JSON.stringify(before.speedDials))
      desk.phones.setSpeedDials(name, phone.speedDials);
    if (phone.template && JSON.stringify(phone.template) !== JSON.stringify(before.template))
      desk.phones.setTemplate(name, phone.template);
    if (JSON.stringify(phone.lines) === JSON.stringify(before.lines)) return;
    desk.phones.change(name, phone.lines);
    this.#setMenu();
  }

  #add(): void {
    const phone = this.#parts.devices.add();
    if (!phone) return;
    this.#parts.desk.phones.add(phone);
    this.#parts.desk.openWindow(phone);
    this.#setMenu();
  }

  #remove(phone: PhoneConfiguration): void {
    const { desk, devices, deviceRemoved } = this.#parts;
    deviceRemoved(phone.name);
    desk.phones.remove(phone.name);
    devices.remove(phone.name);
    desk.closeWindow(phone);
    this.#setMenu();
  }

  #setMenu(): void {
    const { desk, devices, mostPhones, openAdministration, openServiceability, service, actions } = this.#parts;
    this.#shown = devices.list();
    setPhonesMenu({
      list: () => devices.list(),
      open: (phone) => desk.openWindow(phone),
      change: {
        add: () => this.#add(),
        remove: (phone) => this.#remove(phone),
        administer: openAdministration,
        openServiceability,
        service,
        most: mostPhones,
      },
      actions,
    });
  }
}
