import type { CallRow, ImagePlane, InputPlane, MenuItem, Pixels } from '../../../src-main/contract/display.ts';
import type { FarState, LineButton, PhoneSnapshot } from '../../../src-main/contract/phone-snapshot.ts';
import { callBackActivated, dials, phoneThat, ringsIn, severalLines, talks } from './snapshots.ts';

const item = (number: string, text: string, detail = ''): MenuItem => ({ number, text, detail });

const DIRECTORIES = ['Missed Calls', 'Received Calls', 'Placed Calls', 'Personal Directory', 'Corporate Directory'];

const menu = (title: string, items: readonly MenuItem[], selected: number | null): PhoneSnapshot =>
  phoneThat({
    display: {
      plane: { kind: 'menu', title, items, selected },
      prompt: 'Please select',
      softkeys: ['Select', 'Exit', null, null],
    },
  });

const form = (plane: Omit<InputPlane, 'kind'>): PhoneSnapshot =>
  phoneThat({
    display: {
      plane: { kind: 'input', ...plane },
      prompt: 'Enter Input Data...',
      softkeys: ['Submit', '<<', 'Cancel', null],
    },
  });

/** A picture of as many pixels, of a grey that depends on the place. */
const drawn = (width: number, height: number, grey: (x: number, y: number) => number): string =>
  Array.from({ length: width * height }, (_, pixel) => grey(pixel % width, Math.floor(pixel / width))).join('');

const image = (plane: Omit<ImagePlane, 'kind'>, softkeys: readonly (string | null)[]): PhoneSnapshot =>
  phoneThat({ display: { plane: { kind: 'image', ...plane }, prompt: 'Rain until the evening', softkeys } });

/** Four bars, from bare glass to black, in a frame. */
const bars = (x: number, y: number): number =>
  x === 0 || x === 79 || y === 0 || y === 39 ? 3 : Math.min(3, Math.floor(x / 20));

export const weather = image(
  {
    title: 'Weather',
    picture: { left: null, top: null, width: 80, height: 40, greys: drawn(80, 40, bars) },
    choices: [],
  },
  ['Update', 'Exit', null, null],
);

export const floorPlan = image(
  {
    title: 'Floor plan',
    // Rooms of a keypad, each in a grey.
    picture: {
      left: null,
      top: null,
      width: 133,
      height: 65,
      greys: drawn(133, 65, (x, y) =>
        x % 44 === 0 || y % 16 === 0 ? 3 : (Math.floor(x / 44) + Math.floor(y / 16)) % 3,
      ),
    },
    choices: [
      { key: '1', text: 'Reception' },
      { key: '2', text: 'Workshop' },
    ],
  },
  ['Update', 'Exit', null, null],
);

const row = (icon: CallRow['icon'], text: string, timer: string | null, selected = false): CallRow => ({
  id: text,
  icon,
  text,
  timer,
  selected,
});

const calls = (prompt: string, softkeys: readonly (string | null)[], ...rows: readonly CallRow[]): PhoneSnapshot =>
  phoneThat({
    hook: 'handset',
    lineButtons: [
      { label: '1001', lamp: 'on', registered: true, kind: 'line', far: 'unknown', messages: false },
      null,
      null,
      null,
      null,
      null,
    ],
    display: { plane: { kind: 'calls', calls: rows, entry: null }, prompt, softkeys },
  });

const speedDial = (label: string, far: FarState): LineButton => ({
  label,
  lamp: far === 'inUse' ? 'on' : far === 'ringing' ? 'flash' : 'off',
  registered: true,
  kind: 'speedDial',
  far,
  messages: false,
});

/** A phone with an own line, and speed dials to lines in each state. */
export const speedDials = phoneThat({
  lineButtons: [
    { label: '1001', lamp: 'off', registered: true, kind: 'line', far: 'unknown', messages: false },
    speedDial('Alice', 'idle'),
    speedDial('Bob', 'inUse'),
    speedDial('Carol', 'ringing'),
    speedDial('Dave', 'doNotDisturb'),
    speedDial('Home', 'unknown'),
  ],
});

export const directories = menu(
  'DIRECTORIES',
  DIRECTORIES.map((text, index) => item(String(index + 1), text)),
  0,
);

export const search = form({
  title: 'Personal Directory',
  fields: [
    { label: 'Name', value: 'Bob' },
    { label: 'Number', value: '10' },
  ],
  selected: 0,
  cursor: 3,
  mode: 'abc',
});

/** An envelope, open or shut, as an icon of a service has it. */
const envelope = (open: boolean): Pixels => ({
  width: 16,
  height: 10,
  greys: drawn(16, 10, (x, y) => {
    if (x === 0 || x === 15 || y === 0 || y === 9) return 3;
    return Math.min(x, 15 - x) === y + 1 ? 3 : open ? 0 : 1;
  }),
});
const square: Pixels = { width: 6, height: 6, greys: drawn(6, 6, () => 2) };

/** What the display can show, besides the screens of Call Back, which are shown in every language. */
export const DISPLAY_STATES: Readonly<Record<string, PhoneSnapshot>> = {
  idle: phoneThat(),
  'ring-in': ringsIn,
  connected: talks,
  dialling: dials,
  'several-lines': severalLines,
  'call-back': callBackActivated,
  menu: directories,
  'menu-middle': menu(
    'Placed Calls',
    Array.from({ length: 12 }, (_, index) => item(String(index + 1), `10${index + 10}`, `14:${index + 10}`)),
    6,
  ),
  'menu-details': menu(
    'SETTINGS',
    [item('1', 'Contrast', '5'), item('2', 'Ring Type', 'Chirp 1'), item('3', 'Network Configuration')],
    1,
  ),
  'menu-wrapped': menu(
    'SERVICES',
    [
      item('1', 'A service with a name that is too long for one row'),
      item('2', 'Weather', 'rain until the evening comes'),
      item('3', 'News'),
    ],
    0,
  ),
  'menu-icons': menu(
    'Messages',
    [
      { ...item('1', 'Carol: lunch at noon?'), icon: envelope(false) },
      { ...item('2', 'Dave'), icon: envelope(true) },
      { ...item('3', 'A draft'), icon: square },
      item('4', 'Without one'),
    ],
    1,
  ),
  image: weather,
  'image-of-the-pane': floorPlan,
  'image-placed': image(
    {
      title: '',
      picture: { left: 93, top: 45, width: 80, height: 40, greys: drawn(80, 40, bars) },
      choices: [],
    },
    ['Next', null, 'Exit', null],
  ),
  'menu-to-read': menu(
    'Network Configuration',
    [item('', 'IP Address', '192.168.10.24'), item('', 'Domain', 'phones.example.org'), item('', 'Port', '5060')],
    null,
  ),
  form: search,
  'form-cursor-inside': form({
    title: 'Speed Dial 2',
    fields: [
      { label: 'Label', value: 'Carol' },
      { label: 'Number', value: '0049 30 1234567 8901234567 890123' },
    ],
    selected: 1,
    cursor: 30,
    mode: '123',
  }),
  'form-of-three': form({
    title: 'Search',
    fields: [
      { label: 'First', value: 'Anna' },
      { label: 'Last', value: 'Ångström' },
      { label: 'Number', value: '' },
    ],
    selected: 1,
    cursor: 2,
    mode: 'ABC',
  }),
  'three-calls': calls(
    'Call Waiting',
    ['Answer', 'EndCall', null, null],
    row('connected', 'From Bob (1002)', '03:27'),
    row('hold', 'To 1003', '12:05'),
    row('ringIn', 'From Dave (1004)', null, true),
  ),
  'six-calls': calls(
    'Hold',
    ['Resume', 'NewCall', 'Join', 'more'],
    ...['1002', '1003', '1004', '1005', '1006', '1007'].map((number, index) =>
      row('hold', `To ${number}`, `0${index}:10`, index === 4),
    ),
  ),
  transfer: calls(
    'Connected',
    ['Hold', 'EndCall', 'Trnsfer', null],
    row('transfer', 'From Bob (1002)', '03:27'),
    row('connected', 'To 1003', '00:08', true),
  ),
  conference: calls(
    'Connected',
    ['Hold', 'EndCall', 'Confrn', 'RmLstC'],
    row('conference', 'Conference', '05:10', true),
    row('remote', 'From 1005', null),
  ),
  'speed-dials': speedDials,
  'shared-line': phoneThat({
    display: { prompt: 'In Use Remote' },
    lineButtons: [
      { label: '1001', lamp: 'off', registered: true, kind: 'line', far: 'inUse', messages: false },
      { label: '2001', lamp: 'wink', registered: true, kind: 'line', far: 'unknown', messages: false },
      null,
      null,
      null,
      null,
    ],
  }),
  'messages-and-missed': phoneThat({
    missedCalls: 3,
    lamps: { handset: 'on', speaker: 'off', headset: 'off', mute: 'off', messages: 'on' },
    lineButtons: [
      { label: '1001', lamp: 'off', registered: true, kind: 'line', far: 'unknown', messages: true },
      null,
      null,
      null,
      null,
      null,
    ],
    display: { prompt: 'You Have Voice Mail' },
  }),
};

const arabic = (snapshot: PhoneSnapshot, plane: PhoneSnapshot['display']['plane']): PhoneSnapshot => ({
  ...snapshot,
  display: { ...snapshot.display, language: 'ar', direction: 'rtl', prompt: 'خياراتك الحالية', plane },
});

/** Menus and forms of a language whose lines begin at the right. */
export const RIGHT_TO_LEFT_STATES: Readonly<Record<string, PhoneSnapshot>> = {
  menu: arabic(directories, {
    kind: 'menu',
    title: 'اتصال',
    items: [item('1', 'مشغول', '5'), item('2', 'معاودة الاتصال بالرقم 1002', '14:05'), item('3', 'خروج')],
    selected: 1,
  }),
  'menu-icons': arabic(directories, {
    kind: 'menu',
    title: 'اتصال',
    items: [
      { ...item('1', 'مشغول', '5'), icon: envelope(false) },
      { ...item('2', 'خروج'), icon: square },
    ],
    selected: 0,
  }),
  form: arabic(search, {
    kind: 'input',
    title: 'اتصال',
    fields: [
      { label: 'الاسم', value: 'رقم' },
      { label: 'الرقم', value: '1002' },
    ],
    selected: 0,
    cursor: 3,
    mode: 'abc',
  }),
};
