import type { Device, DeviceChange, DeviceTable } from '../callmanager/database/device-table';
import { MODELS_TO_CALL_BACK, MODELS_WITH_CALL_BACK, OTHER_MODELS, ROUTE_POINT } from '../callmanager/database/models';
import type { ParameterTable } from '../callmanager/database/parameter-table';
import type { AdminDevice, DeviceForm } from '../contract/admin';
import { Administration } from '../shell/admin/administration';

export interface ClusterAdministrationParts {
  readonly devices: DeviceTable;
  readonly parameters: ParameterTable;
  readonly locales: readonly string[];
  readonly networkLocales: readonly string[];
  readonly numberLength: number;
  /** CallManager is told before the database forgets the number. */
  deviceRemoved(device: string): void;
}

/** Cisco CallManager Administration, on the database of the demo cluster. */
export function administrationOf(parts: ClusterAdministrationParts): Administration {
  const { devices, parameters, locales, networkLocales, numberLength } = parts;
  return new Administration({
    numberLength,
    book: () => ({
      devices: devices.list().map(adminDevice),
      models: { withCallBack: MODELS_WITH_CALL_BACK, toCallBack: MODELS_TO_CALL_BACK, others: OTHER_MODELS },
      locales,
      networkLocales,
      parameters: parameters.get(),
    }),
    wouldLoop: (number, target) => devices.wouldLoop(number, target),
    change: (name, form) => devices.change(name, changeOf(form, devices.find(name)?.model === ROUTE_POINT)),
    addRoutePoint: ({ number, displayName }) => devices.addRoutePoint(number, displayName)?.name ?? '',
    removeRoutePoint: (name) => {
      parts.deviceRemoved(name);
      devices.remove(name);
    },
    changeParameters: (changed) => parameters.change(changed),
  });
}

/** The schema of the form lets nothing pass that the form does not have. */
const adminDevice = ({ features, lines: _lines, speedDials: _speedDials, ...device }: Device): AdminDevice => ({
  ...device,
  forwardAll: features.forwardAll ?? '',
  forwardBusy: features.forwardBusy ?? '',
  forwardNoAnswer: features.forwardNoAnswer ?? '',
  callWaiting: features.callWaiting,
  isRoutePoint: device.model === ROUTE_POINT,
});

/** A number without a phone forwards every call, and has nothing else to be configured. */
function changeOf(form: DeviceForm, isRoutePoint: boolean): DeviceChange {
  const { displayName, description, forwardAll } = form;
  const common = { displayName, description, forwardAll: forwardAll || null };
  if (isRoutePoint) return common;
  const {
    model,
    userLocale,
    networkLocale,
    forwardBusy,
    forwardNoAnswer,
    forwardNoAnswerSeconds,
    callWaiting,
    doNotDisturb,
  } = form;
  return {
    ...common,
    model,
    userLocale,
    networkLocale,
    forwardBusy: forwardBusy || null,
    forwardNoAnswer: forwardNoAnswer || null,
    forwardNoAnswerSeconds,
    callWaiting,
    doNotDisturb,
  };
}
