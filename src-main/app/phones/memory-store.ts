import type { MemoryChange, PhoneMemory } from '../../contract/phone-memory';

/** What the phones remember from one start to the next. */
export interface MemoryStore {
  load(device: string): PhoneMemory;
  /** Whatever becomes of it, the phone goes on: who stores it reports what it could not. */
  save(device: string, change: MemoryChange): void;
}
