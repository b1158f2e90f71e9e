import type { PhoneFeatures } from '../../contract/station';
import type { Device, DirectoryLine } from '../devices/device';
import { hasCallBackKey } from '../devices/models';
import type { LineFeatures } from '../sip-server/sip-server';

/** What the SIP server has to know of a number. */
export function lineFeaturesOf(line: DirectoryLine | undefined): LineFeatures | undefined {
  return line && { ...line.features, ringSeconds: line.forwardNoAnswerSeconds };
}

/** What the phone itself has to know. */
export const phoneFeaturesOf = (
  { features, forwardNoAnswerSeconds, doNotDisturb, model }: Device,
  voiceMail: string | null,
): PhoneFeatures => ({
  forwardAll: features.forwardAll,
  forwardBusy: features.forwardBusy,
  forwardNoAnswer: features.forwardNoAnswer,
  ringSeconds: forwardNoAnswerSeconds,
  doNotDisturb,
  callWaiting: features.callWaiting,
  callBackKey: hasCallBackKey(model),
  voiceMail,
});
