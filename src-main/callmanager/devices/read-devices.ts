import type { SqlDatabase } from '../../base/sql-database';
import { type Device, type DirectoryLine, deviceOf, type SpeedDial } from './device';

/** The devices by name, in the order of their first numbers. One without a line could do nothing, and is left out. */
export function readDevices(
  database: SqlDatabase,
  lines: ReadonlyMap<string, DirectoryLine>,
): ReadonlyMap<string, Device> {
  const buttons = database.all('SELECT * FROM button ORDER BY device, position');
  const devices = database.all('SELECT * FROM device').flatMap((row): readonly Device[] => {
    const own = buttons.filter(({ device }) => device === row.name);
    const [first, ...others] = own.flatMap(({ kind, number }) =>
      kind === 'line' ? (lines.get(String(number)) ?? []) : [],
    );
    const speedDials = own.flatMap(({ kind, number, label }): readonly SpeedDial[] =>
      kind === 'speedDial' ? [{ number: String(number), label: String(label) }] : [],
    );
    return first ? [deviceOf(row, [first, ...others], speedDials)] : [];
  });
  const inOrder = devices.sort(
    (one, other) => one.number.localeCompare(other.number) || one.name.localeCompare(other.name),
  );
  return new Map(inOrder.map((device) => [device.name, device]));
}
