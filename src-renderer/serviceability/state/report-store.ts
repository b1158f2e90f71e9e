import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ServiceabilityBridge } from '../../../src-main/contract/bridges';
import type { ServiceabilityReport } from '../../../src-main/contract/serviceability';

/** What is shown; null = the main process has not answered yet. */
export interface ReportState {
  readonly report: ServiceabilityReport | null;
}

/** A mirror of what RIS Data Collector last said. */
export function reportStore(bridge: ServiceabilityBridge): StoreApi<ReportState> {
  const store = createStore<ReportState>(() => ({ report: null }));
  bridge.onReport((report) => store.setState({ report }, true));
  void bridge.load().then((report) => store.setState({ report }, true));
  return store;
}
