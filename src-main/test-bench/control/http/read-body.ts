import type { IncomingMessage } from 'node:http';
import { errorWords } from '../../../base/error-words';
import { failure, type Result, success } from '../../../base/result';

/** More than a configuration with as many phones as there may be. */
const MAX_BODY = 1_048_576;

/** The JSON that a request brings; an empty body is an empty object. @returns why it is none, as an HTTP status with words */
export async function readBody(
  request: IncomingMessage,
): Promise<Result<unknown, { readonly status: 400 | 413; readonly error: string }>> {
  const chunks: Buffer[] = [];
  let length = 0;
  // Closed early, it would take the answer with it.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    length += chunk.length;
    if (length > MAX_BODY) return failure({ status: 413, error: `a body has at most ${MAX_BODY} bytes` });
    chunks.push(chunk);
  }
  const text = Buffer.concat(chunks).toString();
  if (text.trim() === '') return success({});
  try {
    return success(JSON.parse(text));
  } catch (error) {
    return failure({ status: 400, error: `the body is no JSON: ${errorWords(error)}` });
  }
}
