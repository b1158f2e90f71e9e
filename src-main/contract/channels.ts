/** The names of the messages between the main process and its pages: the one list of them. */
export const CHANNELS = {
  phone: { press: 'phone:press', listen: 'phone:listen', snapshot: 'phone:snapshot' },
  account: {
    load: 'account:load',
    save: 'account:save',
    remove: 'account:remove',
    test: 'account:test',
    testReport: 'account:testReport',
    choose: 'account:choose',
  },
  admin: {
    load: 'admin:load',
    save: 'admin:save',
    remove: 'admin:remove',
    book: 'admin:book',
  },
  serviceability: { load: 'serviceability:load', act: 'serviceability:act', report: 'serviceability:report' },
  settings: {
    load: 'settings:load',
    change: 'settings:change',
    testSound: 'settings:testSound',
    exportDiagnostics: 'settings:exportDiagnostics',
    book: 'settings:book',
  },
  demo: { listen: 'demo:listen', command: 'demo:command', view: 'demo:view' },
  line: { report: 'line:report', trace: 'line:trace', command: 'line:command' },
} as const;
