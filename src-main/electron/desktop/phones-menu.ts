import { Menu, type MenuItemConstructorOptions } from 'electron';
import type { MenuActions } from '../../app/desktop/menu-actions';
import type { PhoneConfiguration } from '../../app/phones/phones';

export interface PhonesMenuPorts {
  list(): readonly PhoneConfiguration[];
  open(phone: PhoneConfiguration): void;
  /** Where phones can be added and removed; null = they come from the accounts. */
  readonly change: PhonesMenuChange | null;
  readonly actions: MenuActions;
}

interface PhonesMenuChange {
  add(): void;
  remove(phone: PhoneConfiguration): void;
  /** Opens CallManager Administration. */
  administer(): void;
  /** Opens CallManager Serviceability. */
  openServiceability(): void;
  readonly service: ServiceSwitch;
  readonly most: number;
}

/** The Call Back service, as a tester may want it. */
export interface ServiceSwitch {
  readonly state: keyof typeof SERVICE_LABELS;
  set(state: keyof typeof SERVICE_LABELS): void;
}

const SERVICE_LABELS = {
  activated: '&Activated',
  deactivated: '&Deactivated',
  silent: 'Does Not A&nswer (for Tests)',
} as const;

/** The application menu, built anew whenever a phone comes or goes. */
export function setPhonesMenu({ list, open, change, actions }: PhonesMenuPorts): void {
  const phones = list();
  const menu: MenuItemConstructorOptions[] = [
    {
      label: '&Phones',
      submenu: [
        ...phones.map((phone): MenuItemConstructorOptions => ({ label: labelOf(phone), click: () => open(phone) })),
        { type: 'separator' },
        ...(change ? changeItems(phones, change) : []),
        ...(change
          ? [
              { id: 'guided-demo', label: '&Guided Demo', click: () => actions.startGuidedDemo() },
              { type: 'separator' as const },
            ]
          : []),
        { id: 'accounts', label: 'A&ccounts…', click: () => actions.openAccounts() },
        { id: 'settings', label: 'Se&ttings…', accelerator: 'CmdOrCtrl+,', click: () => actions.openSettings() },
        { type: 'separator' },
        { id: 'quit', label: '&Quit', accelerator: 'CmdOrCtrl+Q', click: () => actions.quit() },
      ],
    },
    // Without it, macOS has no copy and paste in the account window.
    { role: 'editMenu' },
    { role: 'windowMenu' },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(menu));
}

const labelOf = ({ lines: [{ number, displayName }] }: PhoneConfiguration): string => `${number} ${displayName}`;

const changeItems = (
  phones: readonly PhoneConfiguration[],
  { add, remove, administer, openServiceability, service, most }: PhonesMenuChange,
): MenuItemConstructorOptions[] => [
  {
    id: 'add-phone',
    label: '&Add Phone',
    accelerator: 'CmdOrCtrl+N',
    enabled: phones.length < most,
    click: () => add(),
  },
  {
    label: '&Remove Phone',
    enabled: phones.length > 1,
    submenu: phones.map((phone) => ({ label: labelOf(phone), click: () => remove(phone) })),
  },
  { type: 'separator' },
  { id: 'administration', label: 'Ad&ministration…', click: () => administer() },
  { id: 'serviceability', label: 'S&erviceability…', click: () => openServiceability() },
  {
    label: 'Call Back &Service',
    submenu: (Object.keys(SERVICE_LABELS) as (keyof typeof SERVICE_LABELS)[]).map((state) => ({
      label: SERVICE_LABELS[state],
      type: 'radio' as const,
      checked: service.state === state,
      click: () => service.set(state),
    })),
  },
];
