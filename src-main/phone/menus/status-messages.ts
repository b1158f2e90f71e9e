import { registrationOf } from '../lines';
import type { PhoneState } from '../phone-state';
import type { PhraseId } from '../phrases';

/** What has become of a line of the phone, or of what the app stores, with the time. */
export interface StatusMessage {
  readonly at: number;
  readonly phrase: PhraseId;
  readonly value: string;
  readonly second: string;
}

const MAX_MESSAGES = 10;

/** Notes down each line that is registered now and was not, or the other way round, and what cannot be stored. The newest comes first. */
export function noteStatus(before: PhoneState, after: PhoneState, now: number): PhoneState {
  if (
    before.registrations === after.registrations &&
    before.troubles === after.troubles &&
    before.unstored === after.unstored
  )
    return after;
  const lines = after.device.lines.flatMap(({ id, number }): StatusMessage[] => {
    const [was, is] = [registrationOf(before, id), registrationOf(after, id)];
    const trouble = after.troubles[id];
    if (trouble && trouble !== before.troubles[id]) return [{ at: now, phrase: trouble, value: '', second: '' }];
    if (was.kind === is.kind) return [];
    if (is.kind === 'registered') return [{ at: now, phrase: 'lineRegistered', value: number, second: '' }];
    if (is.kind === 'rejected') return [{ at: now, phrase: 'lineRejected', value: number, second: String(is.status) }];
    return was.kind === 'registered' ? [{ at: now, phrase: 'lineNotRegistered', value: number, second: '' }] : [];
  });
  const notes = [...storageNotes(before, after, now), ...lines];
  return notes.length === 0
    ? after
    : { ...after, statusMessages: [...notes, ...after.statusMessages].slice(0, MAX_MESSAGES) };
}

function storageNotes(before: PhoneState, after: PhoneState, now: number): readonly StatusMessage[] {
  const note = (phrase: PhraseId): StatusMessage => ({ at: now, phrase, value: '', second: '' });
  if (after.unstored.length === 0 && before.unstored.length > 0) return [note('savedAgain')];
  return after.unstored
    .filter((part) => !before.unstored.includes(part))
    .map((part) => note(part === 'data' ? 'dataNotSaved' : 'logNotWritten'));
}
