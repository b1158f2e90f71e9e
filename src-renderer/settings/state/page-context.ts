import { pageHooks } from '../../kit/page-context';
import type { PageState, SettingsPage } from './settings-page';

export const { PageContext, useActions, usePage } = pageHooks<PageState, SettingsPage>();
