import { dialogInfo, type WatchedDialog } from './dialog-info';
import type { NotifiedPackage } from './notifier';
import type { Write } from './subscription';

/** The `dialog` event package (RFC 4235): tells the watchers of a number what its calls do. */
export class DialogNotifier implements NotifiedPackage {
  readonly contentType = 'application/dialog-info+xml';
  readonly #tell: (number: string, write: Write) => void;
  readonly #dialogs = new Map<string, Map<string, WatchedDialog>>();

  constructor(tell: (number: string, write: Write) => void) {
    this.#tell = tell;
  }

  /** A dialog that has terminated is told once and then forgotten. */
  change(number: string, dialog: WatchedDialog): void {
    const dialogs = this.#dialogs.get(number) ?? new Map<string, WatchedDialog>();
    dialogs.set(dialog.id, dialog);
    this.#dialogs.set(number, dialogs);
    const told = [...dialogs.values()];
    if (dialog.state === 'terminated') dialogs.delete(dialog.id);
    if (dialogs.size === 0) this.#dialogs.delete(number);
    this.#tell(number, writing(told));
  }

  /** Whoever has a phone of the cluster may see how the others stand. */
  allows(): boolean {
    return true;
  }

  stateOf(number: string): Write {
    return writing([...(this.#dialogs.get(number)?.values() ?? [])]);
  }
}

const writing =
  (dialogs: readonly WatchedDialog[]): Write =>
  (entity, version) =>
    dialogInfo(entity, version, dialogs);
