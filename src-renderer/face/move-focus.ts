const GROUP = '[role="group"]';
const STEPS: ReadonlyMap<string, number> = new Map([
  ['ArrowLeft', -1],
  ['ArrowRight', 1],
  ['Home', Number.NEGATIVE_INFINITY],
  ['End', Number.POSITIVE_INFINITY],
]);

/**
 * Within a group of keys the left and right arrow go from one to the next, and Home and End to the ends of it; up and down are the
 * display's. Answers whether the stroke was one of these, for a key that has the focus.
 */
export function moveFocus(stroke: string, focused: Element | null): boolean {
  const step = STEPS.get(stroke);
  const group = focused?.closest(GROUP);
  if (step === undefined || !group) return false;
  const keys = [...group.querySelectorAll<HTMLButtonElement>('button:enabled')];
  const at = keys.findIndex((key) => key.isSameNode(focused));
  keys[Math.min(Math.max(at + step, 0), keys.length - 1)]?.focus();
  return true;
}
