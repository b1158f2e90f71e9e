import type { Core } from 'sip.js';
import { secondsIn } from '../seconds';

/**
 * Gives each Contact of a registration the time that it holds. RFC 3261, 10.2.4 and 10.3: a registrar may say it in Expires instead;
 * SIP.js then takes it for no time at all, and registers again without a pause.
 *
 * @param wanted seconds that were asked for
 */
export function supplyExpires(core: Core.UserAgentCore, wanted: number): void {
  const hear = core.receiveIncomingResponseFromTransport.bind(core);
  core.receiveIncomingResponseFromTransport = (message) => {
    const { method, statusCode = 0 } = message;
    if (method === 'REGISTER' && statusCode >= 200 && statusCode < 300) {
      const said = secondsIn(message.getHeader('expires')) || wanted;
      for (const index of message.getHeaders('contact').keys()) {
        const contact:
          | {
              hasParam(name: string): boolean;
              getParam(name: string): unknown;
              setParam(name: string, value: string): void;
            }
          | undefined = message.parseHeader('contact', index);
        const own = Number(contact?.getParam('expires') ?? Number.NaN);
        if (!(own > 0)) contact?.setParam('expires', String(said));
      }
    }
    hear(message);
  };
}
