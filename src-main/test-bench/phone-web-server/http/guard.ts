import type { Credentials } from '../web-phone';

/**
 * A web page that the user happens to have open must not press the phone's keys: neither from its own address (Origin), nor by a name
 * that it has made lead to this machine (Host). Tools of the phone's time send no Host.
 */
export function isFromHere({ host, origin }: Readonly<Record<string, string>>): boolean {
  return (host === undefined || isOwn(host)) && (origin === undefined || isOwn(origin.replace(/^https?:\/\//, '')));
}

const isOwn = (host: string): boolean => /^(localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3})(:\d{1,5})?$/i.test(host);

/** RFC 7617: Basic. @returns null if there are none */
export function credentialsIn({ authorization = '' }: Readonly<Record<string, string>>): Credentials | null {
  const [scheme = '', encoded = ''] = authorization.split(' ');
  if (scheme.toLowerCase() !== 'basic') return null;
  const [user = '', ...password] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
  return { user, password: password.join(':') };
}
