import type { DemoCommand, DemoView } from '../../contract/guided-demo';
import { FormWindow } from '../pages/form-window';
import { on } from '../pages/messages';

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
    on('demo:listen', ports.trace, () => this.show(ports.shown()));
    on('demo:command', ports.trace, (command) => {
      if (command.kind === 'close') this.#window.destroy();
      else ports.obey(command);
    });
  }

  open(): void {
    this.#window.open();
  }

  show(view: DemoView): void {
    this.#window.send('demo:view', view);
  }
}
