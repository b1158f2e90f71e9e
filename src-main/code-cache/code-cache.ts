import { createHash } from 'node:crypto';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { Script } from 'node:vm';

/** A script that has run, and what V8 has compiled of it. */
export interface RunScript<Exports> {
  readonly exports: Exports;
  /** It did not have to be compiled: all that the run before had used of it was there. */
  readonly wasKept: boolean;
  /** Keeps what is compiled by now, beside the script, for the next run. @throws Error if it cannot be written */
  keep(): void;
}

/**
 * Runs a CommonJS script, with the code that V8 had compiled of it in an earlier run where that is kept and fits. Whatever is
 * wrong with what is kept (of another text, of another version of V8, damaged), the script is compiled as if there were nothing.
 *
 * @param file its path; what is kept of it lies beside it
 * @throws Error if there is no such file, and whatever the script throws
 */
export function runScript<Exports extends object>(file: string): RunScript<Exports> {
  const source = readFileSync(file, 'utf8');
  const kept = read(file, source);
  const script = new Script(asModule(source), { filename: file, ...(kept ? { cachedData: kept } : {}) });
  const module = { exports: {} as Exports };
  script.runInThisContext()(module.exports, createRequire(file), module, file, dirname(file));
  return {
    exports: module.exports,
    wasKept: kept !== null && script.cachedDataRejected === false,
    keep: () => write(file, source, script.createCachedData()),
  };
}

/** With the variables that a CommonJS module has. */
const asModule = (source: string): string =>
  `(function (exports, require, module, __filename, __dirname) { ${source}\n})`;

const keptOf = (file: string): string => `${file}.cache`;

/** V8 itself tells two texts apart by their lengths alone, and trusts whatever code it is given. */
const sealOf = (source: string, compiled: Buffer): Buffer =>
  createHash('sha256').update(source).update(compiled).digest();
const SEAL_LENGTH = 32;

function read(file: string, source: string): Buffer | null {
  let bytes: Buffer;
  try {
    bytes = readFileSync(keptOf(file));
  } catch {
    return null;
  }
  const compiled = bytes.subarray(SEAL_LENGTH);
  return sealOf(source, compiled).equals(bytes.subarray(0, SEAL_LENGTH)) ? compiled : null;
}

/** All of it or nothing: another start may be reading. */
function write(file: string, source: string, compiled: Buffer): void {
  const part = `${keptOf(file)}.${process.pid}`;
  try {
    writeFileSync(part, Buffer.concat([sealOf(source, compiled), compiled]));
    renameSync(part, keptOf(file));
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}
