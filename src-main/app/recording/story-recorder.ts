import type { HandlerEvent } from '../../cef/call-back-handler/events';
import type { HandlerRecorder } from '../../cef/ports';
import type { ServiceParameters } from '../../contract/service-parameters';
import type { LinkInput } from '../../pbx/link-input';
import { STORY_FORMAT } from './record';

/** Writes a story: see StoryRecord. */
export class StoryRecorder implements HandlerRecorder {
  readonly #write: (line: string) => void;

  /** @param write puts one line into the file, without its end */
  constructor(write: (line: string) => void) {
    this.#write = write;
  }

  started(parameters: ServiceParameters, now: number): void {
    this.#write(JSON.stringify({ record: 'start', at: now, format: STORY_FORMAT, parameters }));
  }

  heard(event: HandlerEvent, now: number): void {
    this.#write(JSON.stringify({ record: 'handler', at: now, event }));
  }

  linkHeard(input: LinkInput, now: number): void {
    this.#write(JSON.stringify({ record: 'link', at: now, input }));
  }
}
