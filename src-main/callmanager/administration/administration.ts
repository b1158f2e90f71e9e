import { missingCase } from '../../base/missing-case';
import { failure, success } from '../../base/result';
import type { FieldProblem } from '../../contract/account-settings';
import type { AdminBook, Removed, Saved } from '../../contract/admin';
import type { AdminForm, DeviceForm, LineForm, Removal, TemplateForm, VoiceMailForm } from '../../contract/admin-forms';
import type { ServiceParameters } from '../../contract/service-parameters';
import { checkDevice } from './check-device';
import { checkLine, trimLine } from './check-line';
import { checkParameters } from './check-parameters';
import { checkPool, checkTemplate } from './check-template';
import { checkVoiceMail } from './check-voice-mail';
import { reasonToKeep } from './removal';

/** What the Cisco CallManager database does for its administrator. */
export interface AdministrationPorts {
  book(): AdminBook;
  wouldLoop(number: string, target: string): boolean;
  change(name: string, form: DeviceForm): void;
  changeLine(form: LineForm): void;
  /** @returns the name that CallManager gives it */
  addRoutePoint(form: DeviceForm): string;
  changeParameters(parameters: ServiceParameters): void;
  saveTemplate(form: TemplateForm): void;
  savePool(pool: AdminBook['pools'][number]): void;
  saveVoiceMail(form: VoiceMailForm): void;
  remove(removal: Removal): void;
  /** Digits of every number of the cluster. */
  readonly numberLength: number;
}

/** Cisco CallManager Administration: what its window shows and changes. */
export class Administration {
  readonly #ports: AdministrationPorts;

  constructor(ports: AdministrationPorts) {
    this.#ports = ports;
  }

  book(): AdminBook {
    return this.#ports.book();
  }

  save({ kind, form }: AdminForm): Saved {
    const ports = this.#ports;
    const surroundings = {
      book: ports.book(),
      numberLength: ports.numberLength,
      wouldLoop: (number: string, target: string) => ports.wouldLoop(number, target),
    };
    switch (kind) {
      case 'device':
        return this.#saveDevice(form);
      case 'line': {
        const trimmed = trimLine(form);
        return this.#saved(checkLine(trimmed, surroundings), trimmed.number, () => ports.changeLine(trimmed));
      }
      case 'parameters':
        return this.#saved(checkParameters(form), '', () => ports.changeParameters(form));
      case 'template': {
        const named = { ...form, name: form.name.trim() };
        return this.#saved(checkTemplate(named, surroundings.book), named.name, () => ports.saveTemplate(named));
      }
      case 'pool': {
        const { isNew: _isNew, ...pool } = { ...form, name: form.name.trim() };
        return this.#saved(checkPool({ ...form, ...pool }, surroundings.book), pool.name, () => ports.savePool(pool));
      }
      case 'voiceMail': {
        const trimmed = { ...form, pilot: form.pilot.trim() };
        return this.#saved(checkVoiceMail(trimmed), '', () => ports.saveVoiceMail(trimmed));
      }
      default:
        return missingCase(kind);
    }
  }

  remove(removal: Removal): Removed {
    const reason = reasonToKeep(removal, this.#ports.book());
    if (reason !== null) return failure(reason);
    this.#ports.remove(removal);
    return success(this.#ports.book());
  }

  #saveDevice(form: DeviceForm): Saved {
    const ports = this.#ports;
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

  #saved(problems: readonly FieldProblem[], name: string, save: () => void): Saved {
    if (problems.length > 0) return failure(problems);
    save();
    return success({ book: this.#ports.book(), name });
  }
}

const trim = (form: DeviceForm, number: string): DeviceForm => ({
  ...form,
  ...trimLine({ ...form, number }),
  number,
  description: form.description.trim(),
  buttons: form.buttons.map((button) => ({ ...button, number: button.number.trim(), label: button.label.trim() })),
});
