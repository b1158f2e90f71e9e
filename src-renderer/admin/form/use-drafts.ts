import type { DeviceDraft, ParameterDraft } from '../state/draft';
import { usePage } from '../state/page-context';

/** @throws Error where another form is open: these fields are then on no screen */
export function useDeviceDraft(): DeviceDraft {
  const draft = usePage(({ shown }) => (shown?.opened.kind === 'device' ? shown.opened.draft : null));
  if (!draft) throw new Error('No device is open');
  return draft;
}

/** @throws Error where another form is open: these fields are then on no screen */
export function useParameterDraft(): ParameterDraft {
  const draft = usePage(({ shown }) => (shown?.opened.kind === 'parameters' ? shown.opened.draft : null));
  if (!draft) throw new Error('The parameters are not open');
  return draft;
}
