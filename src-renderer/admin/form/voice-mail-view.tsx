import { TextField, useNotes } from '../../kit/form/field';
import type { MessagesDraft } from '../state/draft';
import { useActions } from '../state/page-context';
import { FormFrame } from './form-frame';
import { useBook, useDraft } from './use-drafts';

/** What the messages key dials, and which lines messages wait on: there is no recorder in the cluster, a tester says so. */
export function VoiceMailView() {
  const actions = useActions();
  const { pilot, messages } = useDraft('voiceMail');
  return (
    <FormFrame key="voiceMail" name="Voice mail" heading="Voice Mail" submit="Update">
      <TextField
        field="pilot"
        label="Voice mail pilot number"
        value={pilot}
        inputMode="numeric"
        maxLength={24}
        hint="What the messages key of every phone dials. Empty: there is no voice mail."
        onChange={(value) => actions.edit('voiceMail', { pilot: value })}
      />
      <fieldset>
        <legend>Waiting messages</legend>
        <p className="hint">For tests: the lamp of a phone is lit while unheard messages wait on a line of it.</p>
        {messages.map((line) => (
          <MessagesRow key={line.number} line={line} />
        ))}
      </fieldset>
    </FormFrame>
  );
}

function MessagesRow({ line }: { readonly line: MessagesDraft }) {
  const actions = useActions();
  const { messages } = useDraft('voiceMail');
  const owner = useBook().lines.find(({ number }) => number === line.number)?.displayName ?? '';
  const { id, attributes, notes } = useNotes(`messages.${line.number}`);
  const change = (changed: Partial<MessagesDraft>): void =>
    actions.edit('voiceMail', {
      messages: messages.map((each) => (each.number === line.number ? { ...each, ...changed } : each)),
    });
  const input = (part: 'unheard' | 'heard') => (
    <input
      id={part === 'unheard' ? id : undefined}
      type="text"
      inputMode="numeric"
      maxLength={4}
      aria-label={`${line.number}: ${part} messages`}
      {...attributes}
      value={line[part]}
      onChange={(event) => change({ [part]: event.target.value })}
    />
  );
  return (
    <div className="field">
      <div className="button-parts">
        <label htmlFor={id}>
          {line.number} {owner}
        </label>
        {input('unheard')} unheard
        {input('heard')} heard
      </div>
      {notes}
    </div>
  );
}
