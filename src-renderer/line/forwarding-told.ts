import type { Core } from 'sip.js';

/** The headers that tell of Call Back and of forwarding, each value as it came. */
export const forwardingTold = (message: Core.IncomingResponseMessage) => ({
  callInfo: message.getHeaders('call-info'),
  diversion: message.getHeaders('diversion'),
  historyInfo: message.getHeaders('history-info'),
});
