import { useActions } from './state/page-context';

/** The choice of the first run: with no account, the demo cluster works at once. */
export function Welcome() {
  const actions = useActions();
  return (
    <main className="welcome">
      <h1>Welcome to Callback Phone</h1>
      <p>A Cisco 7960 on your screen, whose CallBack key tells you when a busy line is free.</p>
      <div className="welcome-choices">
        <button type="button" className="choice" onClick={() => actions.choose('demo')}>
          <span className="choice-name">Try the demo cluster</span>
          <span>Three phones that call each other on this computer. Needs no account and no network.</span>
        </button>
        <button type="button" className="choice" onClick={() => actions.show('accounts')}>
          <span className="choice-name">Connect my phone system</span>
          <span>Use your own number on a Kamailio, Asterisk, FreeSWITCH or other SIP server with WebSocket.</span>
        </button>
      </div>
      <p className="hint">You can change this later in the Phones menu.</p>
    </main>
  );
}
