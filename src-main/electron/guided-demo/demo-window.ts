import * as v from 'valibot';
import { CHANNELS } from '../../contract/channels';
import { type DemoCommand, type DemoView, demoCommandSchema } from '../../contract/guided-demo';
import { FormWindow } from '../pages/form-window';
import { onMessage } from '../pages/messages';

export interface DemoWindowPorts {
  shown(): DemoView;
  obey(command: DemoCommand): void;
  trace(text: string): void;
}

/** The presenter's window: what happens on the phones, and how fast. */
export class DemoWindow {
  readonly #window: FormWindow;

  constructor(ports: DemoWindowPorts) {
    this.#window = new FormWindow('demo', { title: 'Guided Demo', width: 660, height: 190, alwaysOnTop: true }, () =>
      ports.obey({ kind: 'close' }),
    );
    onMessage('demo', CHANNELS.demo.listen, v.undefined(), ports.trace, () => this.show(ports.shown()));
    onMessage('demo', CHANNELS.demo.command, demoCommandSchema, ports.trace, (command) => {
      if (command.kind === 'close') this.#window.destroy();
      else ports.obey(command);
    });
  }

  open(): void {
    this.#window.open();
  }

  show(view: DemoView): void {
    this.#window.send(CHANNELS.demo.view, view);
  }
}
