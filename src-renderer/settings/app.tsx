import { useMemo } from 'react';
import type { CasingChoice, LogLevel } from '../../src-main/contract/preferences';
import { ProblemsContext, SelectField } from '../kit/form/field';
import { ShortcutField } from './fields/shortcut-field';
import { SwitchField } from './fields/switch-field';
import { LinksSection } from './links-section';
import { SoundSection } from './sound-section';
import { useActions, usePage } from './state/page-context';

/** All settings on one page. Each is in force as soon as it is changed: there is nothing to save. */
export function App() {
  const actions = useActions();
  const book = usePage((state) => state.book);
  const notice = usePage((state) => state.notice);
  const problems = useMemo(
    () => Object.entries(book?.problems ?? {}).map(([field, words]) => ({ field, words })),
    [book?.problems],
  );
  if (!book) return null;
  const { preferences, tray, notifications, keepsInFront, globalShortcuts } = book;
  return (
    <ProblemsContext value={problems}>
      <main>
        <h1>Settings</h1>
        <p className="hint">Each change counts at once.</p>
        <SoundSection />
        <section aria-label="Windows">
          <h2>Windows</h2>
          <SwitchField
            name="closeToTray"
            label="Go on working when the last window is closed"
            hint={
              tray
                ? 'The icon among those of running programs shows the phones again.'
                : 'This desktop shows no icons of running programs: the window stays in the taskbar.'
            }
          />
          <SwitchField
            name="startHidden"
            label="Start without showing the phones"
            hint={tray ? undefined : 'Without icons of running programs, the phones start in the taskbar.'}
          />
          <SwitchField name="autostart" label="Start when I log in" />
          <SwitchField
            name="alwaysOnTop"
            label="Keep the phones in front of other windows"
            disabled={!keepsInFront}
            hint={keepsInFront ? undefined : 'Not on this desktop: Wayland lets no program keep its windows in front.'}
          />
          <SelectField
            field="casing"
            label="Casing of the phones"
            value={preferences.casing}
            onChange={(casing) => void actions.change({ casing: casing as CasingChoice })}
          >
            <option value="phone">As set on each phone</option>
            <option value="light">Light</option>
            <option value="dark">Dark</option>
            <option value="system">As the system</option>
          </SelectField>
          <SwitchField
            name="notifications"
            label="Notify of calls and Call Backs while another program is in front"
            hint={notifications ? undefined : 'This system shows no notifications.'}
          />
        </section>
        <section aria-label="Shortcuts">
          <h2>Shortcuts</h2>
          <p className="hint">
            {globalShortcuts
              ? 'Keys that work whatever program is in front. They are off until you set them.'
              : 'Not on this desktop: Wayland gives programs no keys that work everywhere.'}
          </p>
          <ShortcutField name="answer" label="Answer a call" />
          <ShortcutField name="hangUp" label="Hang up, or decline a call" />
          <ShortcutField name="mute" label="Microphone off and on" />
        </section>
        <LinksSection />
        <section aria-label="Updates and diagnostics">
          <h2>Updates and diagnostics</h2>
          <SwitchField name="updates" label="Look for updates" />
          <SelectField
            field="logLevel"
            label="Log"
            value={preferences.logLevel}
            hint="Passwords are never in it."
            onChange={(level) => void actions.change({ logLevel: level as LogLevel })}
          >
            <option value="alarms">Alarms alone</option>
            <option value="usual">What happens</option>
            <option value="everything">Everything, with each SIP message</option>
          </SelectField>
          <button type="button" onClick={() => void actions.exportDiagnostics()}>
            Export diagnostics…
          </button>
          <p className="notice" role="status">
            {notice}
          </p>
        </section>
      </main>
    </ProblemsContext>
  );
}
