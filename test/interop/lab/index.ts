/**
 * Real SIP servers and real desk phones on loopback, for stories with a phone of ours between them.
 *
 *   const lab = await Lab.start();                                   // certificates, rtpengine, Kamailio
 *   const bob = await lab.deskPhone('1002', { answer: 'auto' });     // baresip, registered over UDP, says 440 Hz
 *   const carol = await lab.scriptedPhone('1003', 'busy');           // sipp: busy, ringing or answering
 *   const dave = await lab.twoLinePhone('1005');                     // twinkle: transfers by REFER, with Replaces
 *   const watcher = await lab.bareClient('1004');                    // raw SIP over WebSocket, registered
 *   const watch = await watcher.watch('1002', 'dialog');             // timestamps each NOTIFY
 *   await bob.dial('1004'); await bob.until('CALL_RINGING'); await bob.hangUp(); bob.heard;
 *   await (await lab.voiceMail()).tell('1001', 2);                   // two messages wait in the mailbox of 1001
 *   await lab.kamailio.restart();                                    // same ports; stop() and start() too
 *   const proxy = await lab.proxy();                                 // ws:// that can be cut, frozen, restored
 *   const front = await lab.tlsFront('expired');                     // wss:// with a bad certificate
 *   await lab.stop();                                                // everything, in the order it needs
 *
 * A phone of ours connects to `lab.kamailio.ws` or `.wss` (trust `lab.certificates.good.fingerprint`) with the domain
 * DOMAIN, a number of NUMBERS and `passwordOf(number)`.
 */
export { BareClient } from './bare-client/bare-client.ts';
export type { BareWatch } from './bare-client/bare-watch.ts';

export { DeskPhone } from './desk-phone/desk-phone.ts';
export { Lab, type LabOptions } from './lab.ts';

export type { TwoLinePhone } from './two-line-phone/two-line-phone.ts';
export { DOMAIN, passwordOf } from './users.ts';
export type { VoiceMail } from './voice-mail.ts';
