/** "The following phones support Cisco Call Back with the CallBack softkey (can be calling and called phone)". */
export const MODELS_WITH_CALL_BACK = [
  'Cisco IP Phone 7960',
  'Cisco IP Phone 7940',
  'Cisco IP Phone 7912',
  'Cisco IP Phone 7905',
] as const;

/** "You can call the following phones and can have Call Back activated on them". */
export const MODELS_TO_CALL_BACK = [
  'Cisco IP Phone 30 SP+',
  'Cisco IP Phone 12 SP+',
  'Cisco IP Phone 12 SP',
  'Cisco IP Phone 12 S',
  'Cisco IP Phone 30 VIP',
  'Cisco IP Phone 7902',
  'Cisco IP Phone 7910',
  'Cisco IP Phone 7935',
  'Cisco IP Phone 7936',
  'Cisco VGC Phone',
  'Cisco SCCP Phone',
  'Cisco ATA 186',
  'Cisco ATA 188',
] as const;

/** The last entry of the chapter's second list, "CTI route point forwarding calls to above phones": a number without a phone. */
export const ROUTE_POINT = 'CTI route point';

/** Phones that a CallManager may have, and that neither list names. */
export const OTHER_MODELS = ['Cisco IP Phone 7970', 'Cisco IP SoftPhone', 'H.323 Client'] as const;

export const hasCallBackKey = (model: string): boolean => MODELS_WITH_CALL_BACK.some((known) => known === model);

/** Call Back can be activated on such a phone. */
export const canBeCalledBack = (model: string): boolean =>
  hasCallBackKey(model) || MODELS_TO_CALL_BACK.some((known) => known === model);
