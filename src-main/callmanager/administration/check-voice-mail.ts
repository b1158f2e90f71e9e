import type { FieldProblem } from '../../contract/account-settings';
import type { VoiceMailForm } from '../../contract/admin-forms';
import { isDialled } from './check-line';

const MAX_MESSAGES = 99;

/** @returns what is wrong with the pilot number, and with the messages of each line as `messages.1001` */
export function checkVoiceMail({ pilot, messages }: VoiceMailForm): readonly FieldProblem[] {
  const pilotFault =
    pilot === '' || isDialled(pilot)
      ? []
      : [{ field: 'pilot', words: 'Type a number of digits, * and #, or leave the field empty for no voice mail.' }];
  const messageFaults = messages
    .filter(({ unheard, heard }) => ![unheard, heard].every(isCount))
    .map(({ number }) => ({
      field: `messages.${number}`,
      words: `Type whole numbers of messages from 0 to ${MAX_MESSAGES}.`,
    }));
  return [...pilotFault, ...messageFaults];
}

const isCount = (count: number): boolean => Number.isInteger(count) && count >= 0 && count <= MAX_MESSAGES;
