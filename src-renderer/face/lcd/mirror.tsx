import { missingCase } from '../../../src-main/base/missing-case';
import type {
  CallPlane,
  Display,
  ImagePlane,
  InputPlane,
  MenuPlane,
  ServicesPlane,
} from '../../../src-main/contract/display';
import { wordsOfLabel } from '../../../src-main/contract/label-words';
import type { LineButton } from '../../../src-main/contract/phone-snapshot';
import type { Shown } from './shown';

/**
 * The text of the display for screen readers and for machines, in reading order. It lies over the pixels and cannot be
 * seen. It may be read at any time and says nothing by itself: what is worth hearing, the announcer says.
 *
 * `data-part` says to a program which part of the display a text is: it has the names of the control API.
 */
export function LcdMirror({ shown }: { readonly shown: Shown | null }) {
  return (
    <div
      className="lcd-mirror"
      role="log"
      aria-label="Display"
      aria-live="off"
      lang={shown?.display.language}
      dir={shown?.display.direction}
    >
      {shown && <MirroredText {...shown} />}
    </div>
  );
}

function MirroredText({ display, lineButtons, missedCalls }: Shown) {
  return (
    <>
      <div data-part="dateTime">{display.dateTime}</div>{' '}
      {missedCalls > 0 && <div data-part="missedCalls" lang="en">{`${missedCalls} missed `}</div>}
      <div data-part="number">{display.number}</div> <MirroredLabels lineButtons={lineButtons} />
      <MirroredPlane plane={display.plane} />
      <div data-part="prompt">{display.prompt}</div>{' '}
      {display.softkeys.map((label, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a softkey is its position
        <span key={index} data-part="softkey">
          {label === null ? '' : `${label} `}
        </span>
      ))}
    </>
  );
}

function MirroredLabels({ lineButtons }: Pick<Shown, 'lineButtons'>) {
  return lineButtons.map((button: LineButton | null, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a line button is its position
    <div key={index} data-part="line">
      {button === null ? '' : `${wordsOfLabel(button)} `}
    </div>
  ));
}

function MirroredPlane({ plane }: { readonly plane: Display['plane'] }) {
  switch (plane.kind) {
    case 'calls':
      return <MirroredCalls {...plane} />;
    case 'services':
      return <MirroredService {...plane} />;
    case 'image':
      return <MirroredImage {...plane} />;
    case 'menu':
      return <MirroredMenu {...plane} />;
    case 'input':
      return <MirroredInput {...plane} />;
    default:
      return missingCase(plane);
  }
}

function MirroredService({ title, text }: ServicesPlane) {
  return (
    <>
      <div data-part="title">{title}</div> <div data-part="row">{text}</div>{' '}
    </>
  );
}

/** A picture is named by its title; what the keys of the keypad choose of it is listed. */
function MirroredImage({ title, choices }: ImagePlane) {
  return (
    <>
      {title !== '' && (
        <div data-part="title" role="img" aria-label={title}>
          {title}
        </div>
      )}{' '}
      {choices.length > 0 && (
        <ul>
          {choices.map(({ key, text }) => (
            <li key={key} data-part="row">{`${key} ${text} `}</li>
          ))}
        </ul>
      )}
    </>
  );
}

function MirroredCalls({ calls, entry }: CallPlane) {
  return (
    <>
      {calls.map(({ id, text, timer, selected }) => (
        <div key={id} data-part="call" aria-current={selected && calls.length > 1 ? true : undefined}>
          <span>{text}</span> {timer !== null && <span>{timer}</span>}{' '}
        </div>
      ))}
      {entry !== null && <div data-part="entry">{entry}</div>}{' '}
    </>
  );
}

function MirroredMenu({ title, items, selected }: MenuPlane) {
  return (
    <>
      <div data-part="title">{title}</div>{' '}
      <ul>
        {items.map(({ number, text, detail }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an item is its position
          <li key={index} data-part="row" aria-current={index === selected ? true : undefined}>
            {number !== '' && `${number} `}
            <span>{text}</span> {detail !== '' && <span>{detail}</span>}{' '}
          </li>
        ))}
      </ul>
    </>
  );
}

function MirroredInput({ title, fields, selected, mode }: InputPlane) {
  return (
    <>
      <div data-part="title">{title}</div> <div data-part="mode">{mode}</div>{' '}
      {fields.map(({ label, value }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a field is its position
        <div key={index} data-part="row" aria-current={index === selected ? true : undefined}>
          <span>{label}</span> <span>{value}</span>{' '}
        </div>
      ))}
    </>
  );
}
