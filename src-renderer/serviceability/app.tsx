import { useStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';
import type { ServiceabilityAction } from '../../src-main/contract/serviceability';
import { Alarms } from './alarms';
import { Counters } from './counters';
import { Servers } from './servers';
import type { ReportState } from './state/report-store';

interface AppProps {
  readonly store: StoreApi<ReportState>;
  readonly act: (action: ServiceabilityAction) => void;
}

/** Service Activation and the Real-Time Monitoring Tool, as far as they are about Cisco Call Back. */
export function App({ store, act }: AppProps) {
  const { report } = useStore(store);
  if (!report) return null;
  return (
    <main>
      <h1>Cisco Extended Functions</h1>
      <Servers report={report} act={act} />
      <h2>Since the service was started</h2>
      <Counters servers={report.servers} />
      <h2>Event Viewer</h2>
      <Alarms alarms={report.alarms} />
    </main>
  );
}
