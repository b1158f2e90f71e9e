import type { ApplicationRoll, CtiApplication } from '../../contract/cti-applications';

/**
 * Which applications are there, and which of them is active. The applications decide by their algorithm who is to be; here it is
 * seen to that two never are at once, not even for a moment: one that takes over waits until the other has stood down or is gone.
 */
export class ActiveApplication {
  readonly #applications = new Map<string, CtiApplication>();
  #active: string | null = null;

  get roll(): ApplicationRoll {
    return { applications: [...this.#applications.values()], active: this.#active };
  }

  isActive(instance: string): boolean {
    return this.#active === instance;
  }

  join(application: CtiApplication): void {
    this.#applications.set(application.instance, application);
  }

  leave(instance: string): void {
    this.#applications.delete(instance);
    this.standDown(instance);
  }

  /** @returns false if another one is active */
  takeOver(instance: string): boolean {
    if (this.#active !== null && this.#active !== instance) return false;
    this.#active = instance;
    return true;
  }

  standDown(instance: string): void {
    if (this.#active === instance) this.#active = null;
  }
}
