import { pageHooks } from '../../kit/page-context';
import type { AccountPage } from './account-page';
import type { PageState } from './page-state';

export const { PageContext, useActions, usePage } = pageHooks<PageState, AccountPage>();
