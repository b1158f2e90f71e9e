import type { UserAgent } from 'sip.js';
import { hasTooManyHeaders } from '../../../src-main/sip/header-count';

/**
 * What no server sends is not read: SIP.js (0.21.2) would take seconds for it, and every call of the page would stand still. It may go
 * when its parser has a limit of its own.
 */
export function hearNoGiant({ transport }: UserAgent): void {
  const take = transport.onMessage;
  transport.onMessage = (text) => {
    if (!hasTooManyHeaders(text)) take?.(text);
  };
}
