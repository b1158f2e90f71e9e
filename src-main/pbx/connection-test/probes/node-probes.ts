import type { Socket } from 'node:net';
import { connect } from './connect';
import { openWebSocket } from './open-web-socket';
import type { Probes } from './probes';
import { resolveHost } from './resolve-host';
import { secure } from './secure';

export const nodeProbes: Probes<Socket> = { resolve: resolveHost, connect, secure, openWebSocket };
