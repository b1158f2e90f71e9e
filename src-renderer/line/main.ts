import '../../src-main/contract/bridges';
import { windowClock } from './clock';
import { LinePage } from './line-page';
import { MachineDevices } from './machine-devices';
import { MediaStreamFactory } from './media-stream-factory';
import { ContextSounds } from './ringer/context-sounds';
import { HowlerSounds } from './ringer/howler-sounds';
import { Ringer } from './ringer/ringer';
import { drawLongTransactionIds } from './transaction-ids';

drawLongTransactionIds(() => crypto.randomUUID());

const report = (event: Parameters<typeof window.lineBridge.report>[0]): void => window.lineBridge.report(event);

const ringer = new Ringer(
  { ring: new HowlerSounds(), voice: new ContextSounds((options) => new AudioContext(options)) },
  windowClock,
  report,
);

const page = new LinePage(
  {
    report,
    clock: windowClock,
    random: Math.random,
    newId: () => crypto.randomUUID(),
    sources: new MediaStreamFactory(
      async () => navigator.mediaDevices.getUserMedia({ audio: true, video: false }),
      () => new AudioContext(),
      windowClock,
    ),
    createAudio: () => new Audio(),
  },
  ringer,
  new MachineDevices(navigator.mediaDevices, (event) => {
    ringer.devicesAre(event.outputs.map(({ id }) => id));
    report(event);
  }),
  () => new AudioContext(),
);

window.addEventListener('online', () => page.networkIsBack());
window.lineBridge.onCommand((command) => page.obey(command));
report({ kind: 'ready' });
