import { type Context, createContext, useContext } from 'react';
import { type StoreApi, useStore } from 'zustand';

interface PageHooks<Page, State> {
  readonly PageContext: Context<Page | null>;
  /** What the user can do. */
  useActions(): Page;
  /** What is shown. */
  usePage<Part>(select: (state: State) => Part): Part;
}

/** How the parts of a page get at the page that they are part of. */
export function pageHooks<State, Page extends { readonly store: StoreApi<State> }>(): PageHooks<Page, State> {
  const PageContext = createContext<Page | null>(null);
  const useActions = (): Page => {
    const page = useContext(PageContext);
    if (!page) throw new Error('There is no page around this part of it');
    return page;
  };
  return { PageContext, useActions, usePage: (select) => useStore(useActions().store, select) };
}
