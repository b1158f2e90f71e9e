import { afterAll, afterEach, beforeAll } from 'vitest';
import type { LaunchOptions } from '../support/electron-app.ts';
import type { PhoneWindow } from '../support/phone-window.ts';
import { Cluster } from './cluster-stories.ts';

/** One cluster for all tests of a file: each test hangs up what it has begun, so that the next one finds idle phones. */
export function sharedCluster(options: LaunchOptions = {}): () => Cluster {
  let cluster: Cluster | undefined;
  const running = (): Cluster => {
    if (!cluster) throw new Error('the cluster did not start');
    return cluster;
  };
  beforeAll(async () => {
    cluster = await Cluster.start(options);
  });
  afterEach(async () => {
    for (const phone of [running().alice, running().bob, running().carol]) await hangUp(phone);
  });
  afterAll(async () => {
    await cluster?.app.close();
  });
  return running;
}

/** Whatever the phone does, it is idle afterwards, and its Call Back is cancelled. */
async function hangUp(phone: PhoneWindow): Promise<void> {
  await phone.strike('Escape');
  for (let calls = 0; calls < 6 && /EndCall|Exit/.test(await phone.displayText()); calls++)
    await phone.strike('Escape');
  await phone.expectDisplay('CallBack');
  await phone.press('CallBack');
  await phone.expectDisplay(/Call Back is (not )?active|Call Back is activated|has become available/);
  if (/activated|available/.test(await phone.displayText())) await phone.press('Cancel');
  else await phone.press('Exit');
  await phone.expectDisplay(/NewCall/);
}
