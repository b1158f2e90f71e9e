import type { CallPlane, LineButton, ServicesPlane } from '../../../src-main/contract/phone-snapshot';
import type { Shown } from './draw-display';

/**
 * The text of the display for screen readers and for machines, in reading order. It lies over the pixels and cannot be
 * seen. What ticks (the clock, the timers) is not announced: nobody wants to hear every second of a call.
 */
export function LcdMirror({ shown }: { readonly shown: Shown | null }) {
  return (
    <div
      className="lcd-mirror"
      role="log"
      aria-label="Display"
      aria-live="polite"
      lang={shown?.display.language}
      dir={shown?.display.direction}
    >
      {shown && <MirroredText {...shown} />}
    </div>
  );
}

function MirroredText({ display, lineButtons }: Shown) {
  return (
    <>
      <div aria-live="off">{display.dateTime}</div> <div>{display.number}</div>{' '}
      <MirroredLabels lineButtons={lineButtons} />
      {display.plane.kind === 'services' ? (
        <MirroredService {...display.plane} />
      ) : (
        display.plane.kind === 'calls' && <MirroredCalls {...display.plane} />
      )}
      <div>{display.prompt}</div>{' '}
      {display.softkeys.map((label, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a softkey is its position
        <span key={index}>{label === null ? '' : `${label} `}</span>
      ))}
    </>
  );
}

function MirroredLabels({ lineButtons }: Pick<Shown, 'lineButtons'>) {
  return lineButtons.map((button: LineButton | null, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a line button is its position
    <div key={index}>{button === null ? '' : `${labelOf(button)} `}</div>
  ));
}

/** The cross that stands beside the label, in words. */
const labelOf = ({ label, registered }: LineButton): string => (registered ? label : `${label} (not registered)`);

function MirroredService({ title, text }: ServicesPlane) {
  return (
    <>
      <div>{title}</div> <div>{text}</div>{' '}
    </>
  );
}

function MirroredCalls({ calls, entry }: CallPlane) {
  return (
    <>
      {calls.map((call) => (
        <div key={call.id}>
          <span>{call.text}</span> {call.timer !== null && <span aria-live="off">{call.timer}</span>}{' '}
        </div>
      ))}
      {entry !== null && <div>{entry}</div>}{' '}
    </>
  );
}
