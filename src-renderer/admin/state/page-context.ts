import { pageHooks } from '../../kit/page-context';
import type { AdminPage } from './admin-page';
import type { PageState } from './page-state';

export const { PageContext, useActions, usePage } = pageHooks<PageState, AdminPage>();
