import { Menu, type MenuItemConstructorOptions } from 'electron';

export interface MenuPhone {
  readonly name: string;
  readonly number: string;
  readonly displayName: string;
}

export interface PhonesMenuPorts<Phone extends MenuPhone> {
  list(): readonly Phone[];
  open(phone: Phone): void;
  add(): void;
  remove(phone: Phone): void;
  readonly most: number;
}

/** The application menu, built anew whenever a phone comes or goes. */
export function setPhonesMenu<Phone extends MenuPhone>(ports: PhonesMenuPorts<Phone>): void {
  const phones = ports.list();
  const labelOf = (phone: MenuPhone): string => `${phone.number} ${phone.displayName}`;
  const menu: MenuItemConstructorOptions[] = [
    {
      label: '&Phones',
      submenu: [
        ...phones.map(
          (phone): MenuItemConstructorOptions => ({ label: labelOf(phone), click: () => ports.open(phone) }),
        ),
        { type: 'separator' },
        {
          id: 'add-phone',
          label: '&Add Phone',
          accelerator: 'CmdOrCtrl+N',
          enabled: phones.length < ports.most,
          click: () => ports.add(),
        },
        {
          label: '&Remove Phone',
          enabled: phones.length > 1,
          submenu: phones.map((phone) => ({ label: labelOf(phone), click: () => ports.remove(phone) })),
        },
        { type: 'separator' },
        { role: 'quit' },
      ],
    },
    { role: 'windowMenu' },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(menu));
}
