import type { ImagePlane, InputPlane, MenuPlane, ServicesPlane } from '../../contract/display';
import type { ImageObject } from '../../xsi/objects/image-objects';
import type { PhoneState } from '../phone-state';
import { type Phrasebook, phrase } from '../phrases';
import { cursorOf, type Form } from './form';
import { keyOf } from './graphic-menu';
import { levelOf } from './level';
import { LEVEL_TITLES, rowsOf } from './rows';
import type { LevelScreen, ListScreen, Screen } from './screen';
import { textOf } from './texts';

/** A screen of the menus as the display shows it. */
export function planeOf(state: PhoneState, screen: Screen, book: Phrasebook): MenuPlane | InputPlane | ServicesPlane {
  switch (screen.kind) {
    case 'list':
      return listPlane(state, screen, book);
    case 'level':
      return levelPlane(state, screen, book);
    case 'form':
      return formPlane(screen, book);
    case 'text':
      return {
        kind: 'services',
        title: phrase(book, screen.text),
        text: textOf(state, screen, book),
        scrolledRows: screen.scrolledRows,
      };
  }
}

function listPlane(state: PhoneState, screen: ListScreen, book: Phrasebook): MenuPlane {
  const rows = rowsOf(state, screen);
  return {
    kind: 'menu',
    title: screen.object ? screen.object.title : phrase(book, screen.list),
    items: rows.map(({ text, detail, icon }, index) => ({
      number: String(index + 1),
      text: text(book),
      detail: detail(book),
      ...(icon && { icon }),
    })),
    selected: rows.length > 0 ? screen.selected : null,
  };
}

export const imagePlane = (object: ImageObject): ImagePlane => ({
  kind: 'image',
  title: object.title,
  picture: object.picture,
  choices:
    object.kind === 'CiscoIPPhoneGraphicMenu'
      ? object.items.map(({ name }, index) => ({ key: keyOf(index), text: name }))
      : [],
});

const levelPlane = (state: PhoneState, { level }: LevelScreen, book: Phrasebook): MenuPlane => ({
  kind: 'menu',
  title: phrase(book, LEVEL_TITLES[level]),
  items: [{ number: '', text: phrase(book, LEVEL_TITLES[level]), detail: `${levelOf(state, level)} / 10` }],
  selected: null,
});

const formPlane = (form: Form, book: Phrasebook): InputPlane => ({
  kind: 'input',
  title: form.object ? form.object.title : phrase(book, form.form),
  fields: form.fields.map(({ label, secret }, index) => ({
    label: form.object ? label : phrase(book, label),
    value: secret ? '*'.repeat([...(form.values[index] ?? '')].length) : (form.values[index] ?? ''),
  })),
  selected: form.selected,
  cursor: cursorOf(form),
  mode: form.mode,
});

/** The prompt line of a screen; null = it has nothing to say of its own. */
export function menuPrompt(state: PhoneState, screen: Screen, book: Phrasebook): string | null {
  const sent = screen.kind === 'list' || screen.kind === 'form' ? screen.object?.prompt : '';
  if (sent) return sent;
  if (screen.kind === 'form') return phrase(book, 'enterData');
  if (screen.kind !== 'list') return null;
  return rowsOf(state, screen).length === 0 ? phrase(book, 'noRecords') : null;
}
