import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DOMAIN, passwordOf } from '../users.ts';

export interface TwoLinePhoneSettings {
  readonly number: string;
  /** UDP port of the server on loopback. */
  readonly serverPort: number;
}

/** The profile's file, as the command line names it. */
export const PROFILE = 'phone.cfg';

/** Writes the folder that twinkle takes for its user's home. It has no sound: it talks in messages only. */
export function writeTwoLinePhoneFiles(
  home: string,
  settings: TwoLinePhoneSettings,
  ports: { readonly sip: number; readonly rtp: number },
): void {
  const { number, serverPort } = settings;
  const folder = join(home, '.twinkle');
  mkdirSync(folder, { recursive: true });
  write(join(folder, PROFILE), {
    user_name: number,
    user_domain: DOMAIN,
    auth_name: number,
    auth_pass: passwordOf(number),
    // Without a scheme: with one twinkle cannot find it.
    outbound_proxy: `127.0.0.1:${serverPort}`,
    all_requests_to_proxy: 'yes',
    register_at_startup: 'yes',
    sip_transport: 'udp',
    codecs: 'g711u',
    // The address of record, for a Contact leads nobody through a proxy.
    attended_refer_to_aor: 'yes',
    ask_user_to_refer: 'no',
    zrtp_enabled: 'no',
  });
  write(join(folder, 'twinkle.sys'), {
    sip_port: ports.sip,
    rtp_port: ports.rtp,
    dev_ringtone: 'alsa:null',
    dev_speaker: 'alsa:null',
    dev_mic: 'alsa:null',
    validate_audio_dev: 'no',
    play_ringtone: 'no',
    play_ringback: 'no',
    log_show_sip: 'yes',
  });
}

function write(file: string, settings: Readonly<Record<string, string | number>>): void {
  const lines = Object.entries(settings).map(([name, value]) => `${name}=${value}\n`);
  writeFileSync(file, lines.join(''));
}
