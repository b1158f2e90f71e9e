import type { DatabaseChange } from '../../contract/change-messages';
import type { ServiceParameters } from '../../contract/service-parameters';

/** What there is to tell; @param before null = everything */
export function changesBetween(before: ServiceParameters | null, after: ServiceParameters): readonly DatabaseChange[] {
  const { traceLevel, alarmsToLog, alarmsToEventViewer } = after;
  const isOther = (fields: readonly (keyof ServiceParameters)[]): boolean =>
    before === null || fields.some((field) => before[field] !== after[field]);
  const others = (Object.keys(after) as (keyof ServiceParameters)[]).filter(
    (field) => !NOT_OF_THE_SERVICE.includes(field),
  );
  const changes: DatabaseChange[] = [];
  if (isOther(others)) changes.push({ kind: 'serviceParameters', parameters: after });
  if (isOther(TRACE)) changes.push({ kind: 'trace', level: traceLevel });
  if (isOther(ALARM))
    changes.push({ kind: 'alarm', configuration: { toLog: alarmsToLog, toEventViewer: alarmsToEventViewer } });
  return changes;
}

const TRACE: readonly (keyof ServiceParameters)[] = ['traceLevel'];
const ALARM: readonly (keyof ServiceParameters)[] = ['alarmsToLog', 'alarmsToEventViewer'];
const NOT_OF_THE_SERVICE = [...TRACE, ...ALARM];
