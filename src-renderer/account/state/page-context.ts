import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { AccountPage } from './account-page';
import type { PageState } from './page-state';

export const PageContext = createContext<AccountPage | null>(null);

/** What the user can do. */
export function useActions(): AccountPage {
  const page = useContext(PageContext);
  if (!page) throw new Error('There is no page around this part of it');
  return page;
}

/** What is shown. */
export function usePage<Part>(select: (state: PageState) => Part): Part {
  return useStore(useActions().store, select);
}
