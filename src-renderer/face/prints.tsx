/*
 * The signs on the keys that our font does not have. Drawn, they are the same on every system, and no system is searched for a
 * font that has them: that takes longer than all the rest of the first layout.
 */

/** The six-armed star of a telephone keypad. */
export const StarPrint = () => (
  <svg className="drawn-print" viewBox="0 0 20 20" strokeWidth="3" aria-hidden="true">
    <path d="M10 2v16M3.1 6l13.8 8M16.9 6L3.1 14" />
  </svg>
);

/** A slanted i with serifs. */
export const InformationPrint = () => (
  <svg className="drawn-print" viewBox="0 0 12 20" strokeWidth="2.4" aria-hidden="true">
    <path d="M2.6 8.2h4.2L4.4 16.4q-.5 1.9 1 1.4 1.5-.6 2.6-2" />
    <circle cx="8" cy="2.6" r="0.9" fill="currentColor" />
  </svg>
);
