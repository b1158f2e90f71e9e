/** What is wrong on the way to the server, in words for the user. Codes are those of Node and the operating system. */

export function nameWords(host: string, code: string): string {
  if (code === 'EAI_AGAIN') return `The name ${host} cannot be looked up now. Check this computer's network.`;
  return `The name ${host} is not known. Check its spelling; some names are known only inside a company's network or VPN.`;
}

export function tcpWords(server: string, code: string): string {
  switch (code) {
    case 'ECONNREFUSED':
      return `Nothing listens at ${server}. Check the port in the WebSocket address, and whether the server runs.`;
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
    case 'EADDRNOTAVAIL':
      return `There is no way to ${server} from this network. Check the network, and the VPN if there is one.`;
    case 'ETIMEDOUT':
      return noConnectionWords(server);
    default:
      return `No connection to ${server} comes about (${code}). Check the network and the WebSocket address.`;
  }
}

export const noConnectionWords = (server: string): string =>
  `${server} does not answer. A firewall may be in the way, the address wrong, or the server off.`;

export function tlsWords(server: string, code: string): string {
  if (/WRONG_VERSION_NUMBER|PACKET_LENGTH|RECORD_TOO_LARGE|EPROTO$/.test(code))
    return `${server} does not speak TLS. The port may be the one for ws://, or another service's. Check the WebSocket address.`;
  if (/PROTOCOL_VERSION|UNSUPPORTED_PROTOCOL/.test(code))
    return `${server} speaks only versions of TLS that are too old to be safe. Its administrator has to allow TLS 1.2.`;
  if (code === 'ECONNRESET' || code === 'closed')
    return `${server} closed the connection while it was being secured. The port may not be the one for wss://.`;
  return `${server} and this computer find no common way to secure the connection (${code}). Ask the administrator.`;
}

export const noTlsWords = (server: string): string =>
  `${server} takes the connection and then says nothing. It may not speak TLS: check the port in the WebSocket address.`;
