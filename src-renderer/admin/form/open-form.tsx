import type { Question } from '../../kit/confirm-dialog';
import { usePage } from '../state/page-context';
import type { Place } from '../state/page-state';
import { DeviceFormView } from './device-form-view';
import { LineFormView } from './line-form-view';
import { ParametersView } from './parameters-view';
import { PoolFormView } from './pool-form-view';
import { TemplateFormView } from './template/template-form-view';
import { VoiceMailView } from './voice-mail-view';

export interface FormProps {
  readonly onOpen: (place: Place) => void;
  /** Something is to be removed: that is asked first. */
  readonly onAsk: (question: Question) => void;
}

/** The form that is open. */
export function OpenForm(props: FormProps) {
  const kind = usePage(({ shown }) => shown?.opened.kind);
  switch (kind) {
    case 'device':
      return <DeviceFormView {...props} />;
    case 'line':
      return <LineFormView {...props} />;
    case 'parameters':
      return <ParametersView />;
    case 'template':
      return <TemplateFormView {...props} />;
    case 'pool':
      return <PoolFormView {...props} />;
    case 'voiceMail':
      return <VoiceMailView />;
    case undefined:
      return null;
  }
}
