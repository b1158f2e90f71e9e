/** What the menu has of the app itself. */
export interface MenuActions {
  openAccounts(): void;
  openSettings(): void;
  /** On the demo cluster's phones. */
  startGuidedDemo(): void;
  /** Asks first where something would be lost. */
  quit(): void;
}
