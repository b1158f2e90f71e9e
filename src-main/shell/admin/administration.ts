import type { AdminBook, DeviceForm, Saved } from '../../contract/admin';
import { failure, success } from '../../contract/result';
import type { ServiceParameters } from '../../contract/service-parameters';
import { checkDevice } from './check-device';
import { checkParameters } from './check-parameters';

/** What the Cisco CallManager database does for its administrator. */
export interface AdministrationPorts {
  book(): AdminBook;
  wouldLoop(number: string, target: string): boolean;
  change(name: string, form: DeviceForm): void;
  /** @returns the name that CallManager gives it */
  addRoutePoint(form: DeviceForm): string;
  removeRoutePoint(name: string): void;
  changeParameters(parameters: ServiceParameters): void;
  /** Digits of every number of the cluster. */
  readonly numberLength: number;
}

/** Cisco CallManager Administration: what its window shows and changes. */
export class Administration {
  constructor(private readonly ports: AdministrationPorts) {}

  book(): AdminBook {
    return this.ports.book();
  }

  saveDevice(form: DeviceForm): Saved {
    const { ports } = this;
    const book = ports.book();
    const before = book.devices.find(({ name }) => name === form.name);
    // Somebody has removed it meanwhile: only a new one has no name.
    if (!before && form.name !== '')
      return failure([{ field: 'displayName', words: 'This phone is not there any more.' }]);
    const trimmed = trim(form, before?.number ?? form.number.trim());
    const problems = checkDevice(trimmed, {
      book,
      before,
      numberLength: ports.numberLength,
      wouldLoop: (number, target) => ports.wouldLoop(number, target),
    });
    if (problems.length > 0) return failure(problems);
    const name = before ? before.name : ports.addRoutePoint(trimmed);
    ports.change(name, trimmed);
    return success({ book: ports.book(), name });
  }

  /** Phones come and go by the menu; a CTI route point goes here. */
  removeRoutePoint(name: string): AdminBook {
    if (this.ports.book().devices.some((device) => device.name === name && device.isRoutePoint))
      this.ports.removeRoutePoint(name);
    return this.ports.book();
  }

  saveParameters(parameters: ServiceParameters): Saved {
    const problems = checkParameters(parameters);
    if (problems.length > 0) return failure(problems);
    this.ports.changeParameters(parameters);
    return success({ book: this.ports.book(), name: '' });
  }
}

const trim = (form: DeviceForm, number: string): DeviceForm => ({
  ...form,
  number,
  displayName: form.displayName.trim(),
  description: form.description.trim(),
  forwardAll: form.forwardAll.trim(),
  forwardBusy: form.forwardBusy.trim(),
  forwardNoAnswer: form.forwardNoAnswer.trim(),
});
