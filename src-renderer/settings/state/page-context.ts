import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { PageState, SettingsPage } from './settings-page';

export const PageContext = createContext<SettingsPage | null>(null);

/** What the user can do. */
export function useActions(): SettingsPage {
  const page = useContext(PageContext);
  if (!page) throw new Error('There is no page around this part of it');
  return page;
}

/** What is shown. */
export function usePage<Part>(select: (state: PageState) => Part): Part {
  return useStore(useActions().store, select);
}
