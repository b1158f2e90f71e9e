import { resolve } from 'node:path';
import type { StartRecord, StoryRecord } from '../../src-main/app/recording/record';
import { missingCase } from '../../src-main/base/missing-case';
import type { HandlerEvent } from '../../src-main/cef/call-back-handler/events';
import { emptyHandler, type HandlerState } from '../../src-main/cef/call-back-handler/handler-state';
import { reduceHandler } from '../../src-main/cef/call-back-handler/reduce';
import { CiscoExtendedFunctions } from '../../src-main/cef/cisco-extended-functions';
import type { CallBackRequest } from '../../src-main/cef/ports';
import { Dictionaries } from '../../src-main/cef/screen-saver/dictionaries';
import { ScreenSaver } from '../../src-main/cef/screen-saver/screen-saver';
import { Sdi } from '../../src-main/cef/sdi/sdi';
import { readDictionaryFiles } from '../../src-main/cef-host/read-dictionaries';
import type { Account, LineCommand } from '../../src-main/contract/line-port';
import type { LinkInput } from '../../src-main/pbx/link-input';
import { PbxLink } from '../../src-main/pbx/pbx-link';
import { ManualClock } from '../support/manual-clock';
import { commandWords, effectWords } from './effect-words';

const TICK = 1000;
const LOCALE = 'English_United_States';

/** One run at a desk on somebody else's server: the real link and the real service, told what was recorded when it was. */
export class DeskPlayer {
  readonly #clock = new ManualClock();
  readonly #link: PbxLink;
  readonly #service: CiscoExtendedFunctions;
  readonly #store = new Map<string, CallBackRequest>();
  /** Goes along with the service, to say what it does. */
  #handler: HandlerState;
  #accountsMade = 0;

  readonly #start: StartRecord;
  readonly #records: readonly StoryRecord[];
  readonly #say: (words: string, at: number) => void;

  constructor(start: StartRecord, records: readonly StoryRecord[], say: (words: string, at: number) => void) {
    this.#start = start;
    this.#records = records;
    this.#say = say;
    this.#clock.pass(start.at);
    this.#handler = emptyHandler(start.parameters);
    this.#link = new PbxLink(deviceOf(records), {
      now: () => this.#clock.now(),
      station: {
        deliver: () => {},
        showPrompt: () => {},
        makeCall: () => {},
        showWatch: (_device, watch) => this.#tell(watch ? `watch ${watch.number} ${watch.means}` : 'watch nothing'),
        showSpeedDial: () => {},
        showRemoteInUse: () => {},
        showMessages: () => {},
      },
      send: (command) => this.#sent(command),
      waiterFor: (number) => [...this.#store.values()].find(({ called }) => called === number)?.calling,
      localeOf: () => LOCALE,
      trace: () => {},
    });
    this.#service = new CiscoExtendedFunctions({
      database: this.#link,
      store: {
        takeOver: () => {},
        load: () => [...this.#store.values()],
        together: (write) => write(),
        save: (request) => void this.#store.set(`${request.device} ${request.called}`, request),
        remove: (device, called) => void this.#store.delete(`${device} ${called}`),
      },
      screenSaver: new ScreenSaver(
        Dictionaries.read(readDictionaryFiles(resolve('assets/dictionaries'), 'call-back-dictionary.xml'), () => {}),
      ),
      sdi: new Sdi('CEF', this.#clock, { write: () => {} }),
      clock: this.#clock,
      parameters: start.parameters,
      recorder: { started: () => {}, heard: (event, now) => this.#heard(event, now) },
    });
  }

  async play(): Promise<void> {
    for (const request of restored(this.#records)) this.#store.set(`${request.device} ${request.called}`, request);
    this.#service.start(this.#link);
    let linked = false;
    for (const record of this.#records) {
      await this.#until(record.at);
      // What the handler heard follows from what the link hears; the parameters alone come from elsewhere.
      if (record.record === 'handler' && record.event.kind === 'parametersChanged')
        this.#service.parametersChanged(record.event.parameters);
      if (record.record === 'handler' && record.event.kind === 'linkOpened' && !linked) {
        linked = true;
        this.#link.start(this.#service);
      }
      if (record.record === 'link') this.#hears(record.input);
      await turns();
    }
    this.#service.stop();
  }

  #heard(event: HandlerEvent, now: number): void {
    const { state, effects } = reduceHandler(this.#handler, event, now);
    this.#handler = state;
    if (event.kind === 'restored') return;
    for (const effect of effects) this.#tell(effectWords(effect, this.#start.at));
  }

  #sent(command: LineCommand): void {
    const words = commandWords(command);
    if (words) this.#tell(words);
  }

  #tell(words: string): void {
    this.#say(words, this.#clock.now());
  }

  /** Lets the time pass, with the ticks that the app would have had. */
  async #until(at: number): Promise<void> {
    while (this.#clock.now() < at) {
      const sinceTick = (this.#clock.now() - this.#start.at) % TICK;
      const step = Math.min(TICK - sinceTick, at - this.#clock.now());
      this.#clock.pass(step);
      if (sinceTick + step === TICK) this.#link.tick();
      await turns();
    }
  }

  #hears(input: LinkInput): void {
    switch (input.kind) {
      case 'lines':
        this.#link.setLines(input.lines);
        break;
      case 'lineAdded':
        this.#accountsMade += 1;
        this.#link.sent({ kind: 'addLine', line: input.line, account: account(this.#accountsMade) });
        break;
      case 'linePageLost':
        this.#link.linePageLost();
        break;
      case 'lineEvent':
        this.#link.onLineEvent(input.event);
        break;
      case 'invite':
        this.#link.route(input);
        break;
      case 'hook':
        this.#link.hookChanged(input.device, input.offHook ? '' : null);
        break;
      case 'callBack':
        this.#link.callBackPressed(input.device, input.line, input.called);
        break;
      case 'services':
        this.#link.servicesPressed(input.device);
        break;
      case 'userData':
        this.#link.userData(input.device, input.message);
        break;
      default:
        missingCase(input);
    }
  }
}

/** As over a wire: answers come after whatever is being done now. */
async function turns(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
}

function restored(records: readonly StoryRecord[]): readonly CallBackRequest[] {
  const [first] = records.flatMap((one) =>
    one.record === 'handler' && one.event.kind === 'restored' ? [one.event] : [],
  );
  return first?.requests ?? [];
}

function deviceOf(records: readonly StoryRecord[]): string {
  const named = records.flatMap((one) => (one.record === 'link' && 'device' in one.input ? [one.input.device] : []));
  return named[0] ?? 'SEP000000000001';
}

/** The recording says only that it was another one. */
const account = (count: number): Account => ({
  number: '',
  displayName: '',
  domain: '',
  authenticationUser: '',
  password: String(count),
  server: '',
  expires: 0,
  iceServers: [],
  codecs: [],
  contact: 'invalid',
  digits: 'rfc4733',
});
