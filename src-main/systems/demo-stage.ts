import type { Clock } from '../cef/ports';
import { digitSchema } from '../contract/keys';
import type { Desk } from '../shell/desk';
import type { DeskView } from '../shell/desktop/desk-view';
import { DemoWindow } from '../shell/guided-demo/demo-window';
import { GuidedDemo } from '../shell/guided-demo/guided-demo';

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
