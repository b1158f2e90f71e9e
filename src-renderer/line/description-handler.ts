import {
  type Session,
  type SessionDescriptionHandlerFactory,
  type SessionDescriptionHandlerModifier,
  Web,
} from 'sip.js';
import { missingCase } from '../../src-main/base/missing-case';
import type { Account, Codec } from '../../src-main/contract/line-port';
import { type Direction, offeredDirection, voiceAlone } from '../../src-main/sip/session-description';
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
      if (transceiver.receiver.track.kind === 'audio')
        transceiver.setCodecPreferences(codecOrder(possible, this.codecs));
    }
    return super.createLocalOfferOrAnswer(options);
  }

  /** A stream that we do not want is refused; the call is not. */
  override setDescription(
    sdp: string,
    options?: Options,
    modifiers?: SessionDescriptionHandlerModifier[],
  ): Promise<void> {
    return super.setDescription(voiceAlone(sdp), options, modifiers);
  }

  /**
   * RFC 6337, 5.1: an offer says what we want now, whatever the far end has wanted before; an answer goes by what it offers for the
   * voice. SIP.js offers to listen for ever once it was put on hold, and looks at the first stream alone, whatever it is.
   */
  protected override updateDirection(options?: Options): Promise<void> {
    const { peerConnection } = this;
    const hold = options?.hold === true;
    const offered =
      peerConnection?.signalingState === 'have-remote-offer'
        ? offeredDirection(peerConnection.remoteDescription?.sdp ?? '')
        : null;
    for (const transceiver of peerConnection?.getTransceivers() ?? []) {
      if (transceiver.receiver.track.kind !== 'audio' || transceiver.direction === 'stopped') continue;
      transceiver.direction = offered === null ? toOffer(hold, transceiver.direction) : toAnswer(hold, offered);
    }
    return Promise.resolve();
  }

  /** A browser that is given more digits forgets those that it has not played yet; and it throws where none can go. */
  override sendDtmf(tones: string): boolean {
    const dtmf = this.peerConnection?.getSenders().find((sender) => sender.dtmf !== null)?.dtmf;
    if (dtmf?.canInsertDTMF !== true) return false;
    dtmf.insertDTMF(dtmf.toneBuffer + tones);
    return true;
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

/** We hold somebody who holds us: neither is to send. */
const toOffer = (hold: boolean, now: RTCRtpTransceiverDirection): Direction =>
  hold ? (now === 'recvonly' || now === 'inactive' ? 'inactive' : 'sendonly') : 'sendrecv';

function toAnswer(hold: boolean, offered: Direction): Direction {
  switch (offered) {
    case 'inactive':
      return 'inactive';
    case 'recvonly':
      return 'sendonly';
    case 'sendonly':
      return hold ? 'inactive' : 'recvonly';
    case 'sendrecv':
      return hold ? 'sendonly' : 'sendrecv';
    default:
      return missingCase(offered);
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
