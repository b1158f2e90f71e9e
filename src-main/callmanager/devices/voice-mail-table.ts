import { Listeners } from '../../base/listeners';
import type { SqlDatabase } from '../../base/sql-database';

export interface WaitingMessages {
  /** Unheard messages wait: the lamp is lit. */
  readonly unheard: number;
  readonly heard: number;
}

const PILOT = 'voiceMailPilot';

/** The voice mail of the cluster: there is no recorder in it, a tester says what waits. */
export class VoiceMailTable {
  readonly #listeners = new Listeners<[number: string | null]>();

  readonly #database: SqlDatabase;

  constructor(database: SqlDatabase) {
    this.#database = database;
  }

  /** The number that the messages key dials; null = no voice mail. */
  get pilot(): string | null {
    const [row] = this.#database.all('SELECT value FROM setting WHERE name = ?', PILOT);
    return typeof row?.value === 'string' && row.value !== '' ? row.value : null;
  }

  /** Of a line of the cluster; none where there is no such line. */
  messagesOf(number: string): WaitingMessages {
    const [row] = this.#database.all('SELECT unheard_messages, heard_messages FROM line WHERE number = ?', number);
    return { unheard: Number(row?.unheard_messages ?? 0), heard: Number(row?.heard_messages ?? 0) };
  }

  setPilot(pilot: string | null): void {
    if (pilot === this.pilot) return;
    this.#database.run(
      'INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
      PILOT,
      pilot ?? '',
    );
    this.#listeners.tell(null);
  }

  setMessages(number: string, { unheard, heard }: WaitingMessages): void {
    const before = this.messagesOf(number);
    if (before.unheard === unheard && before.heard === heard) return;
    this.#database.run(
      'UPDATE line SET unheard_messages = ?, heard_messages = ? WHERE number = ?',
      unheard,
      heard,
      number,
    );
    this.#listeners.tell(number);
  }

  /** Hears the number of each line whose messages are others now; null = the pilot number is another. @returns ends the listening */
  onDidChange(listener: (number: string | null) => void): () => void {
    return this.#listeners.add(listener);
  }
}
