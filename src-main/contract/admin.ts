import type { Result } from '../base/result';
import type { FieldProblem } from './account-settings';
import type { DeviceForm, LineForm, PoolForm, VoiceMailForm } from './admin-forms';
import type { ServiceParameters } from './service-parameters';
import type { LayoutSets } from './softkey-layout';

/** All that the window "CallManager Administration" shows. */
export interface AdminBook {
  readonly devices: readonly AdminDevice[];
  /** Every directory number, also those of the CTI route points. */
  readonly lines: readonly LineForm[];
  /** What a phone may be, as the chapter groups its models. */
  readonly models: {
    readonly withCallBack: readonly string[];
    readonly toCallBack: readonly string[];
    readonly others: readonly string[];
  };
  /** The folders with dictionaries, such as "English_United_States". */
  readonly locales: readonly string[];
  /** The countries whose tones are known, such as "United_States". */
  readonly networkLocales: readonly string[];
  readonly parameters: ServiceParameters;
  readonly templates: readonly AdminTemplate[];
  /** The softkeys that a template may have, by name. */
  readonly softkeys: readonly string[];
  readonly pools: readonly Omit<PoolForm, 'isNew'>[];
  readonly voiceMail: VoiceMailForm;
}

export interface AdminDevice extends DeviceForm {
  /** A number without a phone. */
  readonly isRoutePoint: boolean;
}

interface AdminTemplate {
  readonly name: string;
  /** The app comes with it: it can be copied, and not changed. */
  readonly isStandard: boolean;
  /** Why it is not used; null = it can be. */
  readonly problem: string | null;
  readonly sets: LayoutSets;
}

/** What became of something that was to be saved; `name`: where it stands now. */
export type Saved = Result<{ readonly book: AdminBook; readonly name: string }, readonly FieldProblem[]>;

/** What became of something that was to be removed, or why it has to stay. */
export type Removed = Result<AdminBook, string>;
