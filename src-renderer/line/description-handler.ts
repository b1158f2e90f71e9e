import { type Session, type SessionDescriptionHandlerFactory, Web } from 'sip.js';
import type { Account, Codec } from '../../src-main/contract/line-port';
import { codecOrder } from './codec-order';
import type { Voice } from './voice';

/** Milliseconds to collect addresses before an offer leaves. Without a STUN or TURN server only our own are sought. */
const GATHERING_OWN = 500;
const GATHERING_WITH_SERVERS = 2000;

type Options = Web.SessionDescriptionHandlerOptions;

/** SIP.js's WebRTC, with the codecs in our order, and with the way back from a refused re-INVITE that it lacks. */
class DescriptionHandler extends Web.SessionDescriptionHandler {
  /** Best first. */
  codecs: readonly Codec[] = [];

  protected override createLocalOfferOrAnswer(options?: Options): Promise<RTCSessionDescriptionInit> {
    const possible = RTCRtpReceiver.getCapabilities('audio')?.codecs ?? [];
    for (const transceiver of this.peerConnection?.getTransceivers() ?? []) {
      transceiver.setCodecPreferences(codecOrder(possible, this.codecs));
    }
    return super.createLocalOfferOrAnswer(options);
  }

  /** A browser that is given more digits forgets those that it has not played yet; and it throws where none can go. */
  override sendDtmf(tones: string): boolean {
    const dtmf = this.peerConnection?.getSenders()[0]?.dtmf;
    return dtmf?.canInsertDTMF === true && super.sendDtmf(dtmf.toneBuffer + tones);
  }

  /**
   * "If a re-INVITE fails, the session parameters MUST remain unchanged, as if no re-INVITE had been issued." (RFC
   * 3261, 14.1) SIP.js calls this where it exists; without it the peer connection waits for an answer for ever, and
   * every later hold fails.
   */
  async rollbackDescription(): Promise<void> {
    switch (this.peerConnection?.signalingState) {
      case 'have-local-offer':
        return this.peerConnection.setLocalDescription({ type: 'rollback' });
      case 'have-remote-offer':
        return this.peerConnection.setRemoteDescription({ type: 'rollback' });
      default:
    }
  }
}

/** Makes the handlers of one user agent. Only the account's ICE servers are ever asked; SIP.js's default is Google's. */
export function descriptionHandlerFactory(
  { iceServers, codecs }: Account,
  voiceOf: (session: Session) => Voice,
): SessionDescriptionHandlerFactory {
  return (session) => {
    const voice = voiceOf(session);
    const logger = session.userAgent.getLogger('sip.SessionDescriptionHandler');
    const handler = new DescriptionHandler(logger, () => voice.open(), {
      iceGatheringTimeout: iceServers.length === 0 ? GATHERING_OWN : GATHERING_WITH_SERVERS,
      peerConnectionConfiguration: { iceServers: iceServers.map(iceServer) },
    });
    handler.codecs = codecs;
    voice.attach(handler);
    return handler;
  };
}

/** A browser refuses a TURN server without a user name, and wants none for STUN. */
const iceServer = ({ urls, username, credential }: Account['iceServers'][number]): RTCIceServer =>
  username === '' ? { urls: [...urls] } : { urls: [...urls], username, credential };
