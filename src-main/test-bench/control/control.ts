import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { writePrivateFile } from '../../base/write-private-file';
import { refused } from './http/answer';
import { ControlListener } from './http/control-listener';
import { type OperationPorts, operationsOf } from './operations';

const TOKEN_BYTES = 32;

export interface ControlOptions extends OperationPorts {
  /** 0 = any that is free. */
  readonly port: number;
  /** Where control.json is written, which says to clients where we are. */
  readonly folder: string;
  trace(text: string): void;
}

export interface Control {
  readonly url: string;
  stop(): Promise<void>;
}

/** The control API, until it is stopped. Rejects where the port is taken, or control.json cannot be written. */
export async function startControl(options: ControlOptions): Promise<Control> {
  const { port, folder, document, trace } = options;
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  const operations = operationsOf(options);
  const listener = await ControlListener.listen({
    port,
    token,
    document,
    trace,
    answer: async (request) =>
      operations[request.operation]?.(request) ?? refused(501, `${request.operation} is not there yet`),
  });
  const url = `http://127.0.0.1:${listener.port}`;
  const file = join(folder, 'control.json');
  writePrivateFile(file, `${JSON.stringify({ url, token })}\n`);
  trace(`control API listens at ${url}`);
  return {
    url,
    stop: async () => {
      rmSync(file, { force: true });
      await listener.close();
    },
  };
}
