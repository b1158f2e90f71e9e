import type { CallRecord } from '../../contract/call-record';
import type { CallLog } from '../../contract/phone-memory';
import type { PhoneEffect } from '../phone-effect';
import type { CallList } from './screen';

/** Of each list, the newest. */
const MAX_RECORDS = 64;

/** Calls of one list that followed upon each other, from or to the same number: one row. */
export interface LogEntry {
  readonly newest: CallRecord;
  readonly records: readonly CallRecord[];
}

function listOf({ direction, answered }: CallRecord): CallList {
  if (direction === 'out') return 'placedCalls';
  return answered ? 'receivedCalls' : 'missedCalls';
}

export function remembered(log: CallLog, effects: readonly PhoneEffect[]): CallLog {
  return effects.reduce(
    (rest, effect) => (effect.kind === 'callRecorded' ? withRecord(rest, effect.record) : rest),
    log,
  );
}

function withRecord(log: CallLog, record: CallRecord): CallLog {
  const list = listOf(record);
  const same = log.records.filter((one) => listOf(one) === list).slice(0, MAX_RECORDS - 1);
  const kept = log.records.filter((one) => listOf(one) !== list || same.includes(one));
  return { records: [record, ...kept], unseen: log.unseen + (list === 'missedCalls' ? 1 : 0) };
}

/** The newest first. */
export function entriesOf({ records }: CallLog, list: CallList): readonly LogEntry[] {
  const entries: { newest: CallRecord; records: CallRecord[] }[] = [];
  for (const record of records.filter((one) => listOf(one) === list)) {
    const last = entries.at(-1);
    if (last && last.newest.number === record.number && last.newest.line === record.line) last.records.push(record);
    else entries.push({ newest: record, records: [record] });
  }
  return entries;
}

export const withoutEntry = ({ records, unseen }: CallLog, entry: LogEntry): CallLog => ({
  records: records.filter((record) => !entry.records.includes(record)),
  unseen,
});

/** "Clear" of one list leaves the others. */
export const withoutList = ({ records, unseen }: CallLog, list: CallList): CallLog => ({
  records: records.filter((record) => listOf(record) !== list),
  unseen: list === 'missedCalls' ? 0 : unseen,
});

export const seen = (log: CallLog): CallLog => (log.unseen === 0 ? log : { ...log, unseen: 0 });
