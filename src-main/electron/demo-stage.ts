import type { DeskView } from '../app/desktop/desk-view';
import { GuidedDemo } from '../app/guided-demo/guided-demo';
import type { Clock } from '../base/clock';
import { digitSchema } from '../contract/keys';
import type { Desk } from './desk';
import { DemoWindow } from './guided-demo/demo-window';

export interface DemoStageParts {
  readonly clock: Clock;
  desk(): Desk | null;
  view(): DeskView;
  trace(text: string): void;
}

/** The guided demo with its presenter's window, on the phones of this desk. */
export interface DemoStage {
  start(): void;
  deskChanged(): void;
  handled(device: string): void;
}

export function openDemoStage({ clock, desk, view, trace }: DemoStageParts): DemoStage {
  const demo: GuidedDemo = new GuidedDemo({
    clock,
    desk: view,
    pressSoftkey: (device, meaning) => desk()?.phones.pressSoftkey(device, meaning) ?? false,
    pressDigit: (device, text) => {
      const digit = digitSchema.options.find((one) => one === text);
      if (digit) desk()?.phones.press(device, { kind: 'digit', digit });
    },
    showPhones: (devices) => {
      for (const device of devices) desk()?.show(device);
    },
    publish: (shown) => {
      trace(`guided demo: ${shown.state}, step ${shown.step} of ${shown.of}`);
      window.show(shown);
    },
  });
  const window = new DemoWindow({ shown: () => demo.shown, obey: (command) => demo.obey(command), trace });
  return {
    start: () => {
      window.open();
      demo.start();
    },
    deskChanged: () => demo.deskChanged(),
    handled: (device) => demo.handled(device),
  };
}
