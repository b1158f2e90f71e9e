import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Cluster, IDLE } from '../../e2e/cluster-stories.ts';
import type { PhoneWindow } from '../../support/phone-window.ts';
import { waitFor } from '../../support/wait-for.ts';
import type { Attack, Outcome } from '../campaign/attack.ts';
import { chance } from '../campaign/chance.ts';
import { mutate } from '../campaign/mutate.ts';

const SEED = 7960;
const ANSWERS = { short: 20, whole: 120 } as const;

const PAGES: readonly string[] = [
  '<CiscoIPPhoneMenu><Title>Office</Title><Prompt>Welcome</Prompt><MenuItem><Name>One</Name><URL>http://127.0.0.1/</URL></MenuItem></CiscoIPPhoneMenu>',
  '<CiscoIPPhoneText><Title>News</Title><Text>All is well.</Text></CiscoIPPhoneText>',
  `<CiscoIPPhoneImage><Title>Camera</Title><Width>10</Width><Height>10</Height><Depth>2</Depth><Data>${'1B'.repeat(25)}</Data></CiscoIPPhoneImage>`,
  '<CiscoIPPhoneInput><Title>Who</Title><URL>http://127.0.0.1/</URL><InputItem><DisplayName>Name</DisplayName><QueryStringParam>n</QueryStringParam></InputItem></CiscoIPPhoneInput>',
  '<CiscoIPPhoneDirectory><DirectoryEntry><Name>Bob</Name><Telephone>1002</Telephone></DirectoryEntry></CiscoIPPhoneDirectory>',
];

/** What a service answers, damaged: the phone shows it, or why not, and is itself again after Exit. */
export const serviceAnswers: Attack = {
  name: 'mutated answers of an XML service',
  isShort: false,
  isUnauthenticated: false,
  run: async (_target, form): Promise<Outcome> => {
    const random = chance(SEED);
    const server = createServer((_request, response) => response.end(mutate(PAGES, random)));
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const profile = profileWithService(server);
    const { app, alice } = await Cluster.start({ userDataDirectory: profile });
    const faults: string[] = [];
    try {
      for (let asked = 0; asked < ANSWERS[form] && faults.length === 0; asked++)
        await ask(alice).catch((error: Error) => faults.push(error.message));
    } finally {
      await app.close();
      server.closeAllConnections();
      server.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    }
    return { tried: ANSWERS[form], faults };
  },
};

function profileWithService(server: Server): string {
  const profile = mkdtempSync(join(tmpdir(), 'callback-phone-service-'));
  mkdirSync(join(profile, 'TFTPPath'));
  const file = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const list = { services: [{ name: 'Office', opens: { kind: 'file', file } }] };
  writeFileSync(join(profile, 'TFTPPath', 'services.json'), JSON.stringify(list));
  return profile;
}

async function ask(phone: PhoneWindow): Promise<void> {
  await phone.press('Services');
  await phone.expectDisplay('Office');
  const menu = await phone.displayText();
  await phone.press('4');
  await waitFor('the service to be shown', async () => (await phone.displayText()) !== menu);
  const isHome = async (): Promise<boolean> => {
    await phone.strike('Escape');
    return IDLE.test(await phone.displayText());
  };
  await waitFor('the phone to be left alone', isHome, { everyMs: 100, otherwise: () => phone.displayText() });
}
