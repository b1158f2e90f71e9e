import type { Transport } from 'sip.js';

/** Hears every message of a socket, as it leaves and before anything comes of it. What keeps the socket open is no message. */
export function hearSip(transport: Transport, heard: (text: string) => void): void {
  const hear = (way: '->' | '<-', text: string): void => {
    if (text.trim() !== '') heard(`${way} ${text}`);
  };
  const { onMessage } = transport;
  transport.onMessage = (text) => {
    hear('<-', text);
    onMessage?.(text);
  };
  const send = transport.send.bind(transport);
  transport.send = (text) => {
    hear('->', text);
    return send(text);
  };
}
