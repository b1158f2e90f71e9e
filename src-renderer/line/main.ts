import type { LineBridge } from '../../src-main/contract/bridges';
import type { LineEvent } from '../../src-main/contract/line-port';
import { windowClock } from './clock';
import { LinePage } from './line-page';
import { MachineDevices } from './machine-devices';
import { MediaStreamFactory } from './media-stream-factory';
import { ContextSounds } from './ringer/context-sounds';
import { HowlerSounds } from './ringer/howler-sounds';
import { Ringer } from './ringer/ringer';
import { Silence } from './silence';
import { readLeniently } from './sip-js-fixes/read-leniently';
import { drawLongTransactionIds } from './sip-js-fixes/transaction-ids';
import { VoiceDevices } from './voice-devices';

/** This page's preload has put it on the window, and nothing else. */
declare const lineBridge: LineBridge;

readLeniently();
drawLongTransactionIds(() => crypto.randomUUID());

const report = (event: LineEvent): void => lineBridge.report(event);

const ringer = new Ringer(
  { ring: new HowlerSounds(), voice: new ContextSounds((options) => new AudioContext(options)) },
  windowClock,
  report,
);

const voiceDevices = new VoiceDevices(
  // Looked up only when a call needs it: a page that is not trusted has no devices at all.
  { getUserMedia: (wanted) => navigator.mediaDevices.getUserMedia(wanted) },
  () => new Audio(),
  (cause) => report({ kind: 'outputLost', output: 'voice', cause }),
);

const machineDevices = new MachineDevices(navigator.mediaDevices, (event) => {
  const outputs = event.outputs.map(({ id }) => id);
  ringer.devicesAre(outputs);
  voiceDevices.devicesAre(outputs);
  report(event);
});

// Only where the page's process was started so, as ours is.
const { gc } = globalThis as { gc?: (options: { type: 'major'; execution: 'async' }) => unknown };
const collectGarbage = gc && ((): void => void gc({ type: 'major', execution: 'async' }));

const page = new LinePage(
  {
    report,
    trace: (text) => lineBridge.trace(text),
    clock: windowClock,
    random: Math.random,
    newId: () => crypto.randomUUID(),
    sources: new MediaStreamFactory(
      async () => voiceDevices.openMicrophone(),
      new Silence(() => new AudioContext()),
      windowClock,
    ),
    createAudio: () => voiceDevices.createAudio(),
  },
  ringer,
  { list: () => machineDevices.list(), choose: (chosen) => voiceDevices.choose(chosen) },
  () => new AudioContext(),
  collectGarbage,
);

window.addEventListener('online', () => page.networkIsBack());
lineBridge.onCommand((command) => page.obey(command));
report({ kind: 'ready' });
