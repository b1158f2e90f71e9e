import { describe, expect, test } from 'vitest';
import { addressOf, targetAddress } from '../../../src-renderer/line/address';

describe('whom a command names', () => {
  test.each([
    ['1002', 'sip:1002@cluster.test'],
    ['+49 30', 'sip:+49%2030@cluster.test'],
    ['*98#', 'sip:*98%23@cluster.test'],
    ['sip:1002@host;m=BS', 'sip:1002@host;m=BS'],
    ['sip:1002@192.0.2.7:5070;transport=ws;lr', 'sip:1002@192.0.2.7:5070;transport=ws;lr'],
    ['sips:1002@Host', 'sips:1002@Host'],
    ['sip:1002@host?Replaces=a-call', 'sip:1002@host'],
  ])('%s is %s', (target, address) => {
    expect(targetAddress(target, 'cluster.test').toRaw()).toBe(address);
  });

  test.each(['', 'sip:', 'sip:1002@'])('“%s” is nobody', (target) => {
    expect(() => targetAddress(target, 'cluster.test')).toThrow();
  });

  test('a domain that is none makes no address', () => {
    expect(() => addressOf('1002', 'no domain')).toThrow();
  });
});
