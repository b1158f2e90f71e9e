import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endOwnChild, spawnWithPriority } from './own-children.ts';
import { type Recording, toPcm16 } from './recording.ts';
import { SoundTape, type TapeMark } from './sound-tape.ts';
import { waitFor } from './wait-for.ts';

/** Chromium's own rate, which saves a conversion on a machine that is short of time. */
const rate = 44_100;

export interface PrivateSoundServer {
  /** To be added to the environment of what shall play and listen here. */
  readonly environment: Readonly<Record<string, string>>;
  /** This moment, as a place in the recording. */
  mark(): TapeMark;
  /** What was played since then, up to now or to another mark. The last ten minutes are kept. */
  recordingSince(from: TapeMark, to?: TapeMark): Recording;
  /** The same, once it has been quiet for a while: what an app has sent is heard up to half a second later. */
  recordingUntilQuiet(from: TapeMark, quietMs?: number): Promise<Recording>;
  /** When, on the clock of performance.now(), the sound at that many seconds after a mark came in. */
  timeOf(from: TapeMark, seconds: number): number;
  /** Says a sound into the virtual microphone; resolves when all of it was said. */
  playIntoMicrophone(sound: Recording): Promise<void>;
  /** Ends what was started here, and nothing else. */
  stop(): Promise<void>;
}

/**
 * A PulseAudio of the test's own: what is played goes to a sink that exists in memory only and is recorded all the
 * time; the microphone is a second one. It needs no sound card, no system service and no D-Bus, and works as root.
 */
export async function startPrivateSoundServer(): Promise<PrivateSoundServer> {
  const folder = mkdtempSync(join(tmpdir(), 'private-sound-'));
  chmodSync(folder, 0o700);
  const environment = { PULSE_SERVER: `unix:${join(folder, 'native')}` };
  const children: ChildProcess[] = [];
  const stop = async (): Promise<void> => {
    for (const child of children.toReversed()) await endOwnChild(child);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const server = startServer(folder, environment.PULSE_SERVER);
    children.push(server);
    await waitFor('PulseAudio to answer', () => sinksExist(environment), {
      timeoutMs: 15_000,
      otherwise: () => `PulseAudio said: ${readFileSync(join(folder, 'log'), { encoding: 'utf8', flag: 'a+' })}`,
    });
    const recorder = startRecorder(environment);
    children.push(recorder);
    const tape = new SoundTape(rate);
    recorder.stdout?.on('data', (bytes: Buffer) => tape.append(bytes, performance.now()));
    await waitFor('the recorder to record', () => tape.mark().sample > 0);
    return {
      environment,
      mark: () => tape.mark(),
      recordingSince: (from, to) => tape.between(from, to ?? tape.mark()),
      recordingUntilQuiet: async (from, quietMs = 700) => {
        const quiet = () => tape.quietAtEnd(from) * 1000 >= quietMs;
        await waitFor(`${quietMs} ms of quiet`, quiet, { timeoutMs: 60_000 });
        return tape.between(from, tape.mark());
      },
      timeOf: (from, seconds) => tape.arrivalOf(from.sample + Math.round(seconds * rate)),
      playIntoMicrophone: (sound) => playInto('microphone', sound, environment),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function startServer(folder: string, address: string): ChildProcess {
  const state = join(folder, 'state');
  mkdirSync(state);
  const modules = [
    `module-native-protocol-unix socket=${address.slice('unix:'.length)} auth-anonymous=1 auth-cookie-enabled=0`,
    `module-null-sink sink_name=speaker rate=${rate} channels=2 sink_properties=device.description=Speaker`,
    `module-null-sink sink_name=microphone rate=${rate} channels=1`,
    'module-remap-source master=microphone.monitor source_name=voice source_properties=device.description=Microphone',
  ];
  const quiet = [
    '--exit-idle-time=-1',
    '--use-pid-file=no',
    '--disable-shm=yes',
    '--realtime=no',
    '--high-priority=no',
  ];
  const log = `--log-target=file:${join(folder, 'log')}`;
  const load = modules.flatMap((module) => ['-L', module]);
  const env = { ...process.env, XDG_RUNTIME_DIR: folder, PULSE_RUNTIME_PATH: folder, PULSE_STATE_PATH: state };
  return spawnWithPriority(20, 'pulseaudio', ['-n', '--daemonize=no', ...quiet, log, ...load], {
    env,
    stdio: 'ignore',
  });
}

/** The defaults are set on the way: of two sinks and two sources, the last one loaded would be taken. */
async function sinksExist(environment: Readonly<Record<string, string>>): Promise<boolean> {
  const env = { ...process.env, ...environment };
  for (const words of [
    ['set-default-sink', 'speaker'],
    ['set-default-source', 'voice'],
  ]) {
    const [code] = await once(spawn('pactl', words, { env, stdio: 'ignore' }), 'close');
    if (code !== 0) return false;
  }
  return true;
}

function startRecorder(environment: Readonly<Record<string, string>>): ChildProcess {
  const format = ['--raw', '--format=s16le', `--rate=${rate}`, '--channels=1', '--latency-msec=20'];
  const env = { ...process.env, ...environment };
  return spawnWithPriority(15, 'parec', ['--device=speaker.monitor', ...format], {
    env,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}

async function playInto(sink: string, sound: Recording, environment: Readonly<Record<string, string>>): Promise<void> {
  const format = ['--raw', '--format=s16le', `--rate=${sound.rate}`, '--channels=1'];
  const env = { ...process.env, ...environment };
  const player = spawnWithPriority(15, 'paplay', [`--device=${sink}`, ...format], {
    env,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  const ended = once(player, 'close');
  player.stdin?.on('error', () => undefined); // a player that ends early is told by its exit code
  player.stdin?.end(toPcm16(sound));
  const [code] = await ended;
  if (code !== 0) throw new Error(`paplay ended with code ${code}: nothing was said into the microphone`);
}
