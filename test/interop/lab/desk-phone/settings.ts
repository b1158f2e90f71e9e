import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pcm16Wav, SAMPLE_RATE } from '../../../../src-main/audio/wav.ts';
import { DOMAIN, passwordOf } from '../users.ts';

export interface DeskPhoneSettings {
  readonly number: string;
  /** UDP port of the server on loopback. */
  readonly serverPort: number;
  /** `auto`: takes every call at once. */
  readonly answer: 'auto' | 'manual';
  /** What it says into every call, in Hz. */
  readonly tone: number;
  /** How long it registers for, in seconds. */
  readonly expires: number;
  /** How many calls it takes at a time; further ones are refused with 486. */
  readonly calls: number;
  /** Its voice goes by SRTP with keys in SDP, and no other way. */
  readonly srtp: boolean;
}

export interface DeskPhonePorts {
  readonly sip: number;
  readonly control: number;
  /** The first of `rtpPorts` in a row. */
  readonly rtp: number;
}

export const rtpPorts = 20;

/** An account as baresip's accounts file and its command `uanew` take it. */
export function accountLine({ number, serverPort, answer, expires, srtp }: DeskPhoneSettings): string {
  const parameters = {
    auth_user: number,
    auth_pass: passwordOf(number),
    outbound: `"sip:127.0.0.1:${serverPort};transport=udp"`,
    regint: expires,
    answermode: answer,
    audio_codecs: 'PCMU/8000/1',
    ptime: 20,
    ...(srtp ? { mediaenc: 'srtp-mand' } : {}),
  };
  const written = Object.entries(parameters).map(([name, value]) => `;${name}=${value}`);
  return `<sip:${number}@${DOMAIN}>${written.join('')}`;
}

/** Writes what baresip 1.0 reads at its start. What it hears goes into `heard` as WAV files, one for each call. */
export function writeDeskPhoneFiles(folder: string, settings: DeskPhoneSettings, ports: DeskPhonePorts): void {
  const tone = join(folder, 'tone.wav');
  writeFileSync(tone, pcm16Wav(toneOf(settings.tone, 120)));
  mkdirSync(join(folder, 'heard'), { recursive: true });
  writeFileSync(join(folder, 'accounts'), `${accountLine(settings)}\n`);
  writeFileSync(join(folder, 'contacts'), '');
  const lines: readonly (readonly [string, string | number])[] = [
    ['poll_method', 'epoll'],
    ['sip_listen', `127.0.0.1:${ports.sip}`],
    ['sip_trans_def', 'udp'],
    ['net_interface', '127.0.0.1'],
    ['call_local_timeout', 120],
    ['call_max_calls', 1],
    // aufile can only be a source, and a sound card there is none: the bridge plays into the void, sndfile writes it down.
    ['audio_source', `aufile,${tone}`],
    ['audio_player', 'aubridge,sink'],
    ['audio_alert', 'aubridge,alert'],
    ['ausrc_srate', SAMPLE_RATE],
    ['auplay_srate', SAMPLE_RATE],
    ['ausrc_channels', 1],
    ['auplay_channels', 1],
    ['rtp_ports', `${ports.rtp}-${ports.rtp + rtpPorts - 1}`],
    ['rtp_stats', 'yes'],
    ['rtcp_mux', 'no'],
    ['jitter_buffer_delay', '2-10'],
    ['snd_path', join(folder, 'heard')],
    ['ctrl_tcp_listen', `127.0.0.1:${ports.control}`],
    ['module_path', '/usr/lib/baresip/modules'],
    ['module', 'g711.so'],
    ['module', 'aufile.so'],
    ['module', 'aubridge.so'],
    ['module', 'sndfile.so'],
    ['module', 'ctrl_tcp.so'],
    ...(settings.srtp ? [['module', 'srtp.so'] as const] : []),
    ['module_tmp', 'uuid.so'],
    ['module_tmp', 'account.so'],
    ['module_app', 'menu.so'],
  ];
  writeFileSync(join(folder, 'config'), lines.map(([name, value]) => `${name} ${value}\n`).join(''));
}

function toneOf(frequency: number, seconds: number): Int16Array {
  const step = (2 * Math.PI * frequency) / SAMPLE_RATE;
  return Int16Array.from({ length: seconds * SAMPLE_RATE }, (_, at) => 16_000 * Math.sin(step * at));
}
