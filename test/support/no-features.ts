import type { PhoneFeatures } from '../../src-main/contract/station';

/** As CallManager has a new phone. */
export const NO_FEATURES: PhoneFeatures = {
  forwardAll: null,
  doNotDisturb: false,
  callWaiting: false,
  callBackKey: true,
  forwardBusy: null,
  forwardNoAnswer: null,
  ringSeconds: 12,
  voiceMail: null,
};
