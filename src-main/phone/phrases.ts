/** Every phrase that the phone itself can say; its dictionary gives the words. */
export const PHRASE_IDS = [
  'idle',
  'enterNumber',
  'proceed',
  'ringOut',
  'from',
  'to',
  'connected',
  'hold',
  'busy',
  'unknownNumber',
  'numberNotReached',
  'noAnswer',
  'refused',
  'temporaryFailure',
  'lineInUse',
  'callEnded',
  'connectionLost',
  'registering',
  'registrationRejected',
  'lineRejected',
  'passwordNeeded',
  'lineTrouble',
  'certificateBad',
  'callManagerDown',
  'noMicrophone',
  'keyNotActive',
  'nothingToRedial',
  'ringerVolume',
  'voiceVolume',
  'muteOn',
  'muteOff',
  'xmlError',
  'serviceNotAvailable',
  'applicationText',
  'watchStarting',
  'watchQueued',
  'watchLive',
  'watchPresence',
  'watchAsking',
  'watchLost',
  'dateTime',
  'key.more',
] as const;
export type PhraseId = (typeof PHRASE_IDS)[number];

/** The dictionary of the phone's locale: `%s` in a phrase stands for the value, `%t` for the second. A phrase that is missing shows its id. */
export type Phrasebook = ReadonlyMap<string, string>;

export const phrase = (book: Phrasebook, id: string, value = '', second = ''): string =>
  (book.get(id) ?? id).replace(/%[st]/g, (sign) => (sign === '%s' ? value : second));
