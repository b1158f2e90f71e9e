import { TextField } from '../../../kit/form/field';
import { useActions } from '../../state/page-context';
import { FormFrame } from '../form-frame';
import type { FormProps } from '../open-form';
import { useBook, useDraft } from '../use-drafts';
import { SoftkeyLayout } from './softkey-layout';

/** "Create a copy of the Standard User softkey template and add the CallBack softkey." */
export function TemplateFormView({ onOpen, onAsk }: FormProps) {
  const actions = useActions();
  const { templates } = useBook();
  const { name, isNew } = useDraft('template');
  const listed = isNew ? undefined : templates.find((template) => template.name === name);
  const isStandard = listed?.isStandard ?? false;
  const askToRemove = (): void =>
    onAsk({
      words: `Delete the softkey template ${name}?`,
      yes: 'Delete',
      no: 'Keep',
      act: () => void actions.remove({ kind: 'template', name }, `The softkey template ${name}`, 'template'),
    });
  return (
    <FormFrame
      key={isNew ? '' : name}
      name="Softkey template"
      heading={isNew ? 'New softkey template' : name}
      submit={isStandard ? null : isNew ? 'Insert' : 'Update'}
      buttons={
        !isNew && (
          <>
            <button type="button" onClick={() => onOpen({ kind: 'copyOfTemplate', of: name })}>
              Copy
            </button>
            {!isStandard && (
              <button type="button" className="quiet" onClick={askToRemove}>
                Delete
              </button>
            )}
          </>
        )
      }
    >
      {isStandard && <p className="facts">It comes with the app and stays as it is. Copy it, and change the copy.</p>}
      {listed?.problem && (
        <p className="problem">
          Phones use the default template instead: {listed.problem}. Choose the softkeys anew and press Update, or
          delete it.
        </p>
      )}
      {isNew && (
        <TextField
          field="name"
          label="Softkey Template Name"
          value={name}
          maxLength={80}
          hint="For example: Standard User without Call Back."
          onChange={(value) => actions.edit('template', { name: value })}
        />
      )}
      <SoftkeyLayout isFixed={isStandard} />
    </FormFrame>
  );
}
