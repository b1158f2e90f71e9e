import { afterEach, describe, expect, test, vi } from 'vitest';
import { MediaStreamFactory } from '../../../src-renderer/line/media-stream-factory';
import { FakeClock, settled } from './fake-clock';

const streamOf = (stop: () => void): MediaStream => ({ getTracks: () => [{ stop }] }) as unknown as MediaStream;

const quiet = vi.fn();
const silence = { open: () => ({ stream: streamOf(() => {}), close: quiet }) };

afterEach(() => vi.clearAllMocks());

describe('what a call sends', () => {
  test('is the microphone, which stops with the call', async () => {
    const stop = vi.fn();
    const factory = new MediaStreamFactory(() => Promise.resolve(streamOf(stop)), silence, new FakeClock());
    const source = await factory.open();
    expect([source.kind, stop.mock.calls.length]).toEqual(['microphone', 0]);
    source.close();
    expect(stop).toHaveBeenCalledOnce();
  });

  test('is silence where there is no microphone or no permission, and ends with the call', async () => {
    const factory = new MediaStreamFactory(
      () => Promise.reject(new DOMException('', 'NotFoundError')),
      silence,
      new FakeClock(),
    );
    const source = await factory.open();
    expect(source.kind).toBe('quiet');
    source.close();
    expect(quiet).toHaveBeenCalledOnce();
  });

  test('is silence where nobody answers the question, and a late yes leaves no microphone open', async () => {
    const clock = new FakeClock();
    const stop = vi.fn();
    let allow = (_stream: MediaStream): void => {};
    const answer = new Promise<MediaStream>((resolve) => {
      allow = resolve;
    });
    const opening = new MediaStreamFactory(() => answer, silence, clock).open();
    await clock.pass(10_000);
    expect((await opening).kind).toBe('quiet');
    allow(streamOf(stop));
    await settled();
    expect(stop).toHaveBeenCalledOnce();
  });
});
