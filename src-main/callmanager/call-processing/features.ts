import type { PhoneFeatures } from '../../contract/station';
import type { Device } from '../database/device-table';
import { hasCallBackKey } from '../database/models';
import type { LineFeatures } from '../sip-server/sip-server';

/** What the SIP server has to know of a device. */
export function lineFeaturesOf(device: Device | undefined): LineFeatures | undefined {
  if (!device) return undefined;
  const { features, forwardNoAnswerSeconds, doNotDisturb } = device;
  return { ...features, ringSeconds: forwardNoAnswerSeconds, doNotDisturb };
}

/** What the phone itself has to know. */
export const phoneFeaturesOf = ({ features, doNotDisturb, model }: Device): PhoneFeatures => ({
  forwardAll: features.forwardAll,
  doNotDisturb,
  callWaiting: features.callWaiting,
  callBackKey: hasCallBackKey(model),
  voiceMail: null,
});
