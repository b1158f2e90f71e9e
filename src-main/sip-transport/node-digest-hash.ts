import { createHash } from 'node:crypto';
import type { DigestHash } from '../sip/digest/authorization';

export const nodeDigestHash: DigestHash = (algorithm, text) =>
  createHash(algorithm === 'MD5' ? 'md5' : 'sha256')
    .update(text)
    .digest('hex');
