import type { PageTransport } from './sdp/write-sdp';

export interface PageLegEvents {
  onRtp(packet: Buffer): void;
  onReport(compound: Buffer): void;
  onReady(): void;
  onBroken(): void;
}

/** The page's half of a call: ICE, DTLS and SRTP on loopback. Descriptions are the caller's own; this one knows the way alone. */
export interface PageLeg {
  /** The page speaks first. @returns our half of the way, and who begins DTLS: `active` = we do; null = there is no way */
  answer(
    pageOffer: string,
  ): Promise<{ readonly transport: PageTransport; readonly setup: 'active' | 'passive' } | null>;
  /** We speak first. */
  offer(): Promise<PageTransport | null>;
  /** What the page has said to `offer`. @returns whether it says a way */
  answered(pageAnswer: string): boolean;
  /** RTP or RTCP, in clear. */
  send(packet: Buffer): void;
  dispose(): void;
}

export type OpenPageLeg = (events: PageLegEvents) => PageLeg;
