import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Program } from '../program.ts';

export interface SippPlace {
  readonly folder: string;
  /** UDP port of the server on loopback. */
  readonly serverPort: number;
  readonly port: number;
  readonly mediaPort: number;
}

/** @param name as a failure shall name it */
export function startSipp(name: string, scenario: string, place: SippPlace, more: readonly string[]): Program {
  const file = join(place.folder, `${name.replace(/\W/g, '-')}.xml`);
  writeFileSync(file, scenario);
  const here = ['-i', '127.0.0.1', '-p', String(place.port), '-mi', '127.0.0.1', '-mp', String(place.mediaPort)];
  const words = [`127.0.0.1:${place.serverPort}`, '-sf', file, ...here, '-nostdin', '-aa', ...more];
  return new Program(`sipp ${name}`, 'sipp', words, { folder: place.folder, environment: { TERM: 'dumb' } });
}
