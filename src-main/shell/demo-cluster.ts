import type { Desk } from './desk';
import { setPhonesMenu } from './desktop/phones-menu';
import type { PhoneConfiguration } from './phones/phones';

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
  openAccounts(): void;
}

/** The demo cluster as its user sees it: phones that a menu adds and removes. */
export class DemoCluster {
  constructor(private readonly parts: DemoClusterParts) {}

  /** Opens every phone. The app must be ready. */
  open(): void {
    // The menu before the windows, which would else be laid out twice.
    this.setMenu();
    this.parts.desk.open();
  }

  private add(): void {
    const phone = this.parts.devices.add();
    if (!phone) return;
    this.parts.desk.phones.add(phone);
    this.parts.desk.openWindow(phone);
    this.setMenu();
  }

  private remove(phone: PhoneConfiguration): void {
    const { desk, devices, deviceRemoved } = this.parts;
    deviceRemoved(phone.name);
    desk.phones.remove(phone.name);
    devices.remove(phone.name);
    desk.closeWindow(phone);
    this.setMenu();
  }

  private setMenu(): void {
    const { desk, devices, mostPhones, openAccounts } = this.parts;
    setPhonesMenu({
      list: () => devices.list(),
      open: (phone) => desk.openWindow(phone),
      change: { add: () => this.add(), remove: (phone) => this.remove(phone), most: mostPhones },
      openAccounts,
    });
  }
}
