import { createSocket } from 'node:dgram';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';

const lowest = 10_000;
const taken = new Set<number>();

/**
 * Ports on loopback that are free over UDP and TCP now, in a row that begins with an even one, as RTP wants it. They lie
 * below those that the system gives to outgoing connections, so that they stay free until their program starts, and each
 * is given away once.
 */
export async function freePorts(count: number): Promise<readonly number[]> {
  const highest = Math.min(firstOutgoingPort(), 32_000) - count;
  for (let tries = 0; tries < 200; tries += 1) {
    const first = 2 * Math.floor((lowest + Math.random() * (highest - lowest)) / 2);
    const ports = Array.from({ length: count }, (_, at) => first + at);
    if (ports.some((port) => taken.has(port))) continue;
    if (!(await allFree(ports))) continue;
    for (const port of ports) taken.add(port);
    return ports;
  }
  throw new Error(`no ${count} free ports in a row between ${lowest} and ${highest}`);
}

export async function freePort(): Promise<number> {
  const [port] = await freePorts(1);
  return port as number;
}

async function allFree(ports: readonly number[]): Promise<boolean> {
  for (const port of ports) {
    if (!(await isFree(port))) return false;
  }
  return true;
}

async function isFree(port: number): Promise<boolean> {
  const overTcp = await new Promise<boolean>((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
  if (!overTcp) return false;
  return new Promise((resolve) => {
    const socket = createSocket('udp4');
    socket.once('error', () => resolve(false));
    socket.bind(port, '127.0.0.1', () => socket.close(() => resolve(true)));
  });
}

function firstOutgoingPort(): number {
  const [first] = readFileSync('/proc/sys/net/ipv4/ip_local_port_range', 'utf8').split(/\s/);
  return Number(first);
}
