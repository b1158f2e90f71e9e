import type { AdminDevice } from '../../contract/admin';
import type { ButtonForm, DeviceForm, LineForm } from '../../contract/admin-forms';
import type { ServiceParameters } from '../../contract/service-parameters';
import { layoutOf } from '../../contract/softkey-layout';
import type { Device, DeviceChange, DeviceTable, DirectoryLine } from '../devices/device-table';
import { MODELS_TO_CALL_BACK, MODELS_WITH_CALL_BACK, OTHER_MODELS, ROUTE_POINT } from '../devices/models';
import type { PhoneSoftkeys } from '../devices/phone-softkeys';
import type { VoiceMailTable } from '../devices/voice-mail-table';
import { Administration } from './administration';

export interface ClusterAdministrationParts {
  readonly devices: DeviceTable;
  readonly parameters: { get(): ServiceParameters; change(parameters: ServiceParameters): void };
  readonly softkeys: PhoneSoftkeys;
  readonly voiceMail: VoiceMailTable;
  readonly locales: readonly string[];
  readonly networkLocales: readonly string[];
  readonly numberLength: number;
  /** CallManager is told before the database forgets the number. */
  deviceRemoved(device: string): void;
}

/** Cisco CallManager Administration, on the database of the demo cluster. */
export function administrationOf(parts: ClusterAdministrationParts): Administration {
  const { devices, parameters, softkeys, voiceMail, locales, networkLocales, numberLength } = parts;
  const { templates, pools } = softkeys;
  return new Administration({
    numberLength,
    book: () => ({
      devices: devices.list().map(adminDevice),
      lines: devices.lineList().map(lineForm),
      models: { withCallBack: MODELS_WITH_CALL_BACK, toCallBack: MODELS_TO_CALL_BACK, others: OTHER_MODELS },
      locales,
      networkLocales,
      parameters: parameters.get(),
      templates: templates.list().map(({ template, isStandard, problem }) => ({
        name: template.name,
        isStandard,
        problem,
        sets: layoutOf(template.sets),
      })),
      softkeys: Object.keys(templates.keys()),
      pools: pools.list(),
      voiceMail: {
        pilot: voiceMail.pilot ?? '',
        messages: devices
          .lineList()
          .filter(({ number }) => !devices.isRoutePoint(number))
          .map(({ number }) => ({ number, ...voiceMail.messagesOf(number) })),
      },
    }),
    wouldLoop: (number, target) => devices.wouldLoop(number, target),
    change: (name, form) => changePhone(devices, name, form),
    changeLine: (form) => devices.changeLine(form.number, lineChange(form)),
    addRoutePoint: ({ number, displayName }) => devices.addRoutePoint(number, displayName)?.name ?? '',
    changeParameters: (changed) => parameters.change(changed),
    saveTemplate: ({ name, sets }) => templates.save(name, sets),
    savePool: (pool) => pools.save(pool),
    saveVoiceMail: ({ pilot, messages }) => {
      voiceMail.setPilot(pilot || null);
      for (const { number, ...waiting } of messages) voiceMail.setMessages(number, waiting);
    },
    remove: ({ kind, name }) => {
      if (kind === 'template') templates.remove(name);
      else if (kind === 'pool') pools.remove(name);
      else {
        parts.deviceRemoved(name);
        devices.remove(name);
      }
    },
  });
}

const lineForm = ({ number, displayName, features, forwardNoAnswerSeconds }: DirectoryLine): LineForm => ({
  number,
  displayName,
  forwardAll: features.forwardAll ?? '',
  forwardBusy: features.forwardBusy ?? '',
  forwardNoAnswer: features.forwardNoAnswer ?? '',
  forwardNoAnswerSeconds,
  callWaiting: features.callWaiting,
});

/** The schema of the form lets nothing pass that the form does not have. */
const adminDevice = (device: Device): AdminDevice => {
  const { name, description, model, userLocale, networkLocale, doNotDisturb, devicePool, softkeyTemplate } = device;
  const isRoutePoint = model === ROUTE_POINT;
  return {
    name,
    ...lineForm(device.lines[0]),
    description,
    model,
    userLocale,
    networkLocale,
    doNotDisturb,
    devicePool,
    softkeyTemplate: softkeyTemplate ?? '',
    buttons: isRoutePoint ? [] : buttonsOf(device),
    isRoutePoint,
  };
};

const buttonsOf = ({ lines, speedDials }: Device): readonly ButtonForm[] => [
  ...lines.map(({ number }) => ({ kind: 'line', number, label: '' }) as const),
  ...speedDials.map((dial) => ({ kind: 'speedDial', ...dial }) as const),
];

function changePhone(devices: DeviceTable, name: string, form: DeviceForm): void {
  const isRoutePoint = devices.find(name)?.model === ROUTE_POINT;
  devices.change(name, changeOf(form, isRoutePoint));
  if (isRoutePoint) return;
  const before = JSON.stringify(adminDevice(devices.find(name) as Device).buttons);
  const on = (kind: ButtonForm['kind']) => form.buttons.filter((button) => button.kind === kind);
  const lines = on('line').map(({ number }) => number);
  const speedDials = on('speedDial').map(({ number, label }) => ({ number, label }));
  const after = JSON.stringify([...on('line').map((button) => ({ ...button, label: '' })), ...on('speedDial')]);
  if (after !== before) devices.setButtons(name, lines, speedDials);
}

/** A number without a phone forwards every call, and has nothing else to be configured. */
function changeOf(form: DeviceForm, isRoutePoint: boolean): DeviceChange {
  const { displayName, description, forwardAll } = form;
  if (isRoutePoint) return { displayName, description, forwardAll: forwardAll || null };
  const { model, userLocale, networkLocale, doNotDisturb, devicePool, softkeyTemplate } = form;
  return {
    ...lineChange(form),
    description,
    model,
    userLocale,
    networkLocale,
    doNotDisturb,
    devicePool,
    softkeyTemplate: softkeyTemplate || null,
  };
}

const lineChange = (form: LineForm) => ({
  displayName: form.displayName,
  forwardAll: form.forwardAll || null,
  forwardBusy: form.forwardBusy || null,
  forwardNoAnswer: form.forwardNoAnswer || null,
  forwardNoAnswerSeconds: form.forwardNoAnswerSeconds,
  callWaiting: form.callWaiting,
});
