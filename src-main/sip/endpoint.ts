/** An address and a port, as sockets have them: an IPv6 address without brackets. */
export interface Endpoint {
  readonly host: string;
  readonly port: number;
}

export const isSameEndpoint = (left: Endpoint, right: Endpoint): boolean =>
  left.host.toLowerCase() === right.host.toLowerCase() && left.port === right.port;

/** `10.0.0.1`, or `[2001:db8::1]`: as addresses and Via have it. */
export const bracketed = (host: string): string => (host.includes(':') ? `[${host}]` : host);

export const writeEndpoint = ({ host, port }: Endpoint): string => `${bracketed(host)}:${port}`;
