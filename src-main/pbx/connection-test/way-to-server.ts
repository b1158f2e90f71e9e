import type { Clock } from '../../base/clock';
import { failure, type Result, success } from '../../base/result';
import type { Probes, Wire } from './probes/probes';
import type { StepFailure, Trial } from './trial';
import { judgeCertificate, type ShownCertificate } from './words/certificate-words';
import { nameWords, noConnectionWords, noTlsWords, tcpWords, tlsWords } from './words/socket-words';
import { noWebSocketWords, webSocketWords } from './words/web-socket-words';

export interface WayPorts<AnyWire extends Wire> {
  readonly clock: Clock;
  readonly probes: Probes<AnyWire>;
  /**
   * What Chromium thinks of the server's certificate: it is Chromium that connects the line, and it knows the authorities
   * of the operating system, which Node does not.
   *
   * @returns null where authorities vouch for it, the cause where they do not, undefined where Chromium cannot be asked
   */
  verdictOf(server: URL, fingerprint: string): Promise<string | null | undefined>;
}

/** Milliseconds for each step. */
const LIMIT = 5000;

/**
 * The steps from the name to the WebSocket, on one connection all the way: what one step finds out is true for the next.
 *
 * @returns true where the server takes WebSockets for SIP
 */
export async function openWay<AnyWire extends Wire>(
  trial: Trial,
  address: URL,
  pin: string | null,
  ports: WayPorts<AnyWire>,
): Promise<boolean> {
  const host = address.hostname.replace(/^\[|\]$/g, '');
  const port = Number(address.port || (address.protocol === 'wss:' ? 443 : 80));
  const server = `${address.hostname}:${port}`;

  const addresses = await trial.step(
    'name',
    { limit: LIMIT, late: nameWords(host, 'EAI_AGAIN'), passed: (found) => nameFound(host, found) },
    async () => worded(await ports.probes.resolve(host), (code) => nameWords(host, code)),
  );
  if (!addresses.ok) return false;

  const connected = await trial.step(
    'tcp',
    { limit: LIMIT, late: noConnectionWords(server), passed: () => `${server} takes connections.` },
    async (signal) =>
      worded(await ports.probes.connect(addresses.value, port, signal), (code) => tcpWords(server, code)),
  );
  if (!connected.ok) return false;

  let wire = connected.value;
  try {
    if (address.protocol === 'wss:') {
      const secured = await secure(trial, address, host, server, pin, ports, wire);
      if (!secured.ok) return false;
      wire = secured.value;
    } else trial.skip('tls', 'Not needed: a ws:// address is not encrypted.');
    const opened = await trial.step(
      'webSocket',
      { limit: LIMIT, late: noWebSocketWords(server), passed: () => 'The server takes WebSockets for SIP.' },
      async (signal) =>
        worded(await ports.probes.openWebSocket(wire, address, signal), (trouble) =>
          webSocketWords(server, address.pathname, trouble),
        ),
    );
    return opened.ok;
  } finally {
    wire.destroy();
  }
}

async function secure<AnyWire extends Wire>(
  trial: Trial,
  address: URL,
  host: string,
  server: string,
  pin: string | null,
  ports: WayPorts<AnyWire>,
  wire: AnyWire,
): Promise<Result<AnyWire, null>> {
  const words = {
    limit: LIMIT,
    late: noTlsWords(server),
    passed: (secured: { readonly wire: AnyWire; readonly words: string }) => secured.words,
  };
  const judged = await trial.step('tls', words, async (signal) => {
    const secured = await ports.probes.secure(wire, host, signal);
    if (!secured.ok) return failure({ words: tlsWords(server, secured.error) });
    const shown = await asChromiumSees(secured.value.certificate, address, ports);
    const verdict = judgeCertificate(shown, host, pin, ports.clock.now());
    if (verdict.kind === 'changed' || verdict.kind === 'doubtful')
      return failure({ words: verdict.words, certificate: shown.facts });
    return success({ wire: secured.value.wire, words: verdict.words });
  });
  return judged.ok ? success(judged.value.wire) : judged;
}

async function asChromiumSees<AnyWire extends Wire>(
  shown: ShownCertificate,
  address: URL,
  ports: WayPorts<AnyWire>,
): Promise<ShownCertificate> {
  const verdict = await ports.verdictOf(address, shown.facts.fingerprint);
  return verdict === undefined ? shown : { ...shown, chainError: verdict };
}

function nameFound(host: string, addresses: readonly string[]): string {
  const known = addresses.join(', ');
  return known === host ? `${host} is an address: nothing to look up.` : `${host} is ${known}.`;
}

const worded = <Value, Trouble>(
  result: Result<Value, Trouble>,
  say: (trouble: Trouble) => string,
): Result<Value, StepFailure> => (result.ok ? result : failure({ words: say(result.error) }));
