import { decodeMuLawBytes } from './mu-law';
import { nibbleEntropy, parityDifference, peakAroundMean, unpredictability, violentCrossings } from './sound-evidence';
import { muLawWav } from './wav';

/** What a 7960 plays: headerless G.711 mu-law at 8 kHz, this many samples, a multiple of SAMPLES_STEP. */
const SAMPLES_MINIMUM = 240;
const SAMPLES_MAXIMUM = 16080;
const SAMPLES_STEP = 240;

type CallBackAudioFault = 'missing' | 'empty' | 'tooShort' | 'tooLong' | 'notMultipleOf240' | 'notMuLaw' | 'silent';

export type CallBackAudioCheck =
  /** `wav`: the sound as a complete WAV file (format 7) that a browser plays. */
  | { readonly ok: true; readonly wav: Uint8Array }
  /** `words`: the cause and what to do about it, in plain words for whoever looks after the phones. */
  | { readonly ok: false; readonly reason: CallBackAudioFault; readonly words: string };

const HOW_TO_MAKE_ONE =
  'Replace it with raw G.711 mu-law sound, 8000 samples a second, 8 bits, one channel, without a header ' +
  '(for example: sox in.wav -t raw -e u-law -b 8 -c 1 -r 8000 CallBack.raw).';

/**
 * Checks the file that announces an available phone before it is needed, so that the alert cannot fail silently.
 *
 * @param bytes the file's content, or null where there is no such file
 * @param what it is for
 */
export function checkCallBackAudio(bytes: Uint8Array | null, what = 'The alert sound'): CallBackAudioCheck {
  if (bytes === null) {
    return fault('missing', `${what} is missing. Put the file back, or reinstall the phone.`);
  }
  if (bytes.length === 0) return fault('empty', `${what} is an empty file. ${HOW_TO_MAKE_ONE}`);

  // A container is named before the length is judged: whoever copied a WAV file here is not helped by "too long".
  const container = CONTAINERS.find(({ at, magic }) => startsWith(bytes, at, magic));
  if (container) {
    return fault('notMuLaw', `${what} is ${container.name}, which a phone cannot play. ${HOW_TO_MAKE_ONE}`);
  }
  return checkLength(bytes, what) ?? checkContent(bytes, what) ?? { ok: true, wav: muLawWav(bytes) };
}

function checkLength({ length }: Uint8Array, what: string): CallBackAudioCheck | null {
  const is = `${what} has ${length} samples`;
  if (length < SAMPLES_MINIMUM) {
    return fault('tooShort', `${is}; a phone plays ${SAMPLES_MINIMUM} at least. Use a longer sound.`);
  }
  if (length > SAMPLES_MAXIMUM) {
    return fault('tooLong', `${is}; a phone plays ${SAMPLES_MAXIMUM} (2 seconds) at most. Use a shorter sound.`);
  }
  if (length % SAMPLES_STEP !== 0) {
    const fitting = length - (length % SAMPLES_STEP);
    return fault('notMultipleOf240', `${is}; a phone needs a multiple of ${SAMPLES_STEP}. Cut it to ${fitting}.`);
  }
  return null;
}

/** Peak below which nobody hears an alert: 42 dB below full scale. */
const AUDIBLE_PEAK = 256;

/**
 * Refuses what evidently is not mu-law sound, and when in doubt lets it pass: a strange sound is better than none.
 * The limits lie between what was measured on tones, speech, bells, drums and noise in mu-law on one side, and on the
 * same sounds as linear samples, on compressed files and on texts on the other.
 */
function checkContent(bytes: Uint8Array, what: string): CallBackAudioCheck | null {
  const samples = decodeMuLawBytes(bytes);
  if (peakAroundMean(samples) < AUDIBLE_PEAK) {
    return fault('silent', `${what} is silence: nobody would hear it. ${HOW_TO_MAKE_ONE}`);
  }
  const looksLike = isText(bytes) ? 'a text' : likenessOfNoise(bytes, samples);
  return looksLike === null
    ? null
    : fault('notMuLaw', `${what} looks like ${looksLike}, not like mu-law. ${HOW_TO_MAKE_ONE}`);
}

/**
 * Noise is a sound, so bytes that sound like noise are refused only where something else tells what they really are.
 */
function likenessOfNoise(bytes: Uint8Array, samples: Int16Array): string | null {
  if (unpredictability(samples) < 0.4) return null;
  if (parityDifference(bytes) > 0.4) return 'sound in samples of 16 bits';
  if (nibbleEntropy(bytes) > 3.6) return 'compressed data';
  if (violentCrossings(samples) > 0.25) return 'sound in linear samples of 8 bits';
  return null;
}

/**
 * Mu-law codes below 0x80 are the negative half of the wave, and sound spends about half of its time there; ASCII
 * never leaves it. 0xFE and 0xFF, silence and the faintest sound, do not occur in UTF-8 at all.
 */
function isText(bytes: Uint8Array): boolean {
  const low = bytes.reduce((count, byte) => count + (byte < 0x80 ? 1 : 0), 0);
  return low > 0.97 * bytes.length || isUtf8(bytes);
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

const CONTAINERS: readonly { readonly name: string; readonly at: number; readonly magic: string }[] = [
  { name: 'a WAV file', at: 0, magic: 'RIFF' },
  { name: 'a WAV file', at: 0, magic: 'RIFX' },
  { name: 'a WAV file', at: 0, magic: 'RF64' },
  { name: 'an MP3 file', at: 0, magic: 'ID3' },
  { name: 'an Ogg file', at: 0, magic: 'OggS' },
  { name: 'a FLAC file', at: 0, magic: 'fLaC' },
  { name: 'an AIFF file', at: 0, magic: 'FORM' },
  { name: 'an AU file', at: 0, magic: '.snd' },
  { name: 'an MP4 file', at: 4, magic: 'ftyp' },
];

const startsWith = (bytes: Uint8Array, at: number, magic: string): boolean =>
  magic.length <= bytes.length - at &&
  Array.from(magic).every((character, index) => bytes[at + index] === character.charCodeAt(0));

const fault = (reason: CallBackAudioFault, words: string): CallBackAudioCheck => ({ ok: false, reason, words });
