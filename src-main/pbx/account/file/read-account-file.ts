import * as v from 'valibot';
import { failure, type Result, success } from '../../../base/result';

const text = v.optional(v.string('must be text in quotation marks'));
const SRTP = ['off', 'optional', 'required'] as const;
const TRANSPORTS = ['udp', 'tcp', 'tls'] as const;

/** Both ways to a server in one, so that a slip in either is named at its key. */
const serverSchema = v.strictObject(
  {
    ws: text,
    host: text,
    port: v.optional(
      v.pipe(
        v.number('must be a number without quotation marks'),
        v.integer('must be a whole number'),
        v.minValue(1, 'must be from 1 to 65535'),
        v.maxValue(65_535, 'must be from 1 to 65535'),
      ),
    ),
    transport: v.optional(v.picklist(TRANSPORTS, 'must be "udp", "tcp" or "tls"')),
    srtp: v.optional(v.picklist(SRTP, 'must be "off", "optional" or "required"')),
  },
  'must be like {"ws": "wss://example.org/ws"}',
);

const schema = v.strictObject(
  {
    displayName: text,
    number: v.pipe(v.string('must be text in quotation marks'), v.trim(), v.minLength(1, 'must not be empty')),
    authenticationUser: text,
    password: text,
    domain: text,
    server: v.optional(serverSchema),
  },
  'must be like {"number": "1001", …}',
);

/** An account as an administrator has written it for a user. What is left out is found, or asked for. */
export interface AccountFile extends Omit<v.InferOutput<typeof schema>, 'server'> {
  /** Address of a WebSocket server. */
  readonly ws?: string | undefined;
}

/** @returns what is wrong, in words that quote nothing but keys: there may be a password beside the slip */
export function readAccountFile(bytes: Uint8Array): Result<AccountFile, string> {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
    return failure('it begins with a byte order mark: save it as UTF-8 without one (BOM)');
  const json = parse(bytes);
  if (!json.ok) return json;
  const read = v.safeParse(schema, json.value);
  if (!read.success) return failure(words(read.issues[0]));
  const { server, ...account } = read.output;
  if (server === undefined) return success(account);
  const { ws, ...socket } = server;
  if (ws === undefined)
    return failure(
      'this version reaches a phone system by WebSocket only: write "server": {"ws": "wss://example.org/ws"}',
    );
  const beside = Object.keys(socket)[0];
  if (beside !== undefined) return failure(`"server" has "ws" and "${beside}": leave one of them out`);
  return success({ ...account, ws });
}

function parse(bytes: Uint8Array): Result<unknown, string> {
  try {
    return success(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
  } catch (error) {
    if (!(error instanceof SyntaxError)) return failure('it is not written in UTF-8: save it as UTF-8');
    const place = /line \d+ column \d+/.exec(error.message)?.[0];
    return failure(`it is no JSON${place ? ` (${place})` : ''}: mend it, or write it anew`);
  }
}

function words(issue: v.BaseIssue<unknown>): string {
  const key = v.getDotPath(issue);
  if (key === null) return `it ${issue.message}`;
  if (issue.type !== 'strict_object') return `"${key}" ${issue.message}`;
  if (issue.expected === 'never') return `"${key}" is no key of an account: known are ${knownKeys(key)}`;
  return issue.received === 'undefined' ? `"${key}" is missing: write it` : `"${key}" ${issue.message}`;
}

const knownKeys = (unknown: string): string =>
  Object.keys(unknown.startsWith('server.') ? serverSchema.entries : schema.entries).join(', ');
