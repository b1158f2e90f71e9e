import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { AdminPage } from './admin-page';
import type { PageState } from './page-state';

export const PageContext = createContext<AdminPage | null>(null);

/** What the administrator can do. */
export function useActions(): AdminPage {
  const page = useContext(PageContext);
  if (!page) throw new Error('There is no page around this part of it');
  return page;
}

/** What is shown. */
export function usePage<Part>(select: (state: PageState) => Part): Part {
  return useStore(useActions().store, select);
}
