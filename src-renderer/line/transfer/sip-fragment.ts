/** RFC 3515, 2.4.5: how the call that a REFER has caused goes on is told as "a fragment of a SIP message": its status line. */
export const SIP_FRAGMENT = 'message/sipfrag;version=2.0';

const REASONS: Readonly<Record<number, string>> = {
  100: 'Trying',
  180: 'Ringing',
  200: 'OK',
  480: 'Temporarily Unavailable',
  486: 'Busy Here',
  487: 'Request Terminated',
  503: 'Service Unavailable',
};

export const writeFragment = (status: number): string => `SIP/2.0 ${status} ${REASONS[status] ?? 'Refused'}\r\n`;

/** @returns the status, or null where the text begins with no status line */
export function readFragment(text: string): number | null {
  const status = /^SIP\/2\.0 ([1-6]\d\d)(?:\s|$)/i.exec(text.trimStart())?.[1];
  return status === undefined ? null : Number(status);
}
