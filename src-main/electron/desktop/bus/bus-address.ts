import { join } from 'node:path';

/**
 * The sockets at which the session bus may be, the likeliest first. Of the transports of the D-Bus Specification only local
 * sockets are taken: an address that would start a program, or go over the network, is none for us.
 */
export function busSockets(environment: NodeJS.ProcessEnv): readonly string[] {
  const { DBUS_SESSION_BUS_ADDRESS: addresses, XDG_RUNTIME_DIR: folder } = environment;
  const told = (addresses ?? '').split(';').flatMap(socketOf);
  return [...told, ...(folder && !addresses ? [join(folder, 'bus')] : [])];
}

/** "Server Addresses": `unix:path=/run/user/1000/bus,guid=…`, with `%` before two digits for what has a meaning of its own. */
function socketOf(address: string): readonly string[] {
  const [transport, list = ''] = address.split(':', 2);
  if (transport !== 'unix') return [];
  const values = new Map(list.split(',').map((pair) => pair.split('=', 2) as [string, string | undefined]));
  const [path, abstract] = [unescaped(values.get('path')), unescaped(values.get('abstract'))];
  if (path) return [path];
  // Linux knows sockets that are in no folder: their name begins with a zero.
  return abstract ? [`\0${abstract}`] : [];
}

function unescaped(value: string | undefined): string | null {
  try {
    return value ? decodeURIComponent(value) : null;
  } catch {
    return null;
  }
}
