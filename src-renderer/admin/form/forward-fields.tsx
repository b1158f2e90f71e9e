import { TextField } from '../../kit/form/field';
import { useActions } from '../state/page-context';
import { useDraft } from './use-drafts';

interface ForwardFieldsProps {
  /** Whose: the form that is open. */
  readonly of: 'device' | 'line';
  readonly isRoutePoint: boolean;
}

/** Where calls go instead. An empty field forwards nothing. */
export function ForwardFields({ of, isRoutePoint }: ForwardFieldsProps) {
  const actions = useActions();
  const { forwardAll, forwardBusy, forwardNoAnswer, forwardNoAnswerSeconds } = useDraft(of);
  return (
    <fieldset>
      <legend>Call forward</legend>
      <TextField
        field="forwardAll"
        label="Call forward all"
        value={forwardAll}
        inputMode="numeric"
        maxLength={24}
        hint={
          isRoutePoint
            ? 'The number of the phone that takes the calls.'
            : 'Every call goes there, and the phone does not ring. The CFwdALL softkey does the same.'
        }
        onChange={(value) => actions.edit(of, { forwardAll: value })}
      />
      {!isRoutePoint && (
        <>
          <TextField
            field="forwardBusy"
            label="Call forward busy"
            value={forwardBusy}
            inputMode="numeric"
            maxLength={24}
            onChange={(value) => actions.edit(of, { forwardBusy: value })}
          />
          <TextField
            field="forwardNoAnswer"
            label="Call forward no answer"
            value={forwardNoAnswer}
            inputMode="numeric"
            maxLength={24}
            hint="Also while the phone is not registered."
            onChange={(value) => actions.edit(of, { forwardNoAnswer: value })}
          />
          <TextField
            field="forwardNoAnswerSeconds"
            label="Ring time"
            value={forwardNoAnswerSeconds}
            inputMode="numeric"
            maxLength={4}
            hint="Seconds that the phone rings before call forward no answer."
            onChange={(value) => actions.edit(of, { forwardNoAnswerSeconds: value })}
          />
        </>
      )}
    </fieldset>
  );
}
