/** Where things are on the display, in its own pixels. The services pane is 133 x 65, as an XML service expects it. */
export const LCD = { width: 200, height: 104 } as const;

export const TITLE_BAR = { height: 12 } as const;
export const PANE = { left: 2, top: 13, width: 133, height: 65 } as const;
export const SCROLL_ARROWS = { left: 137 } as const;
export const DIVIDER = { left: 143, top: 14, bottom: 89 } as const;
/** The labels stand beside their buttons: the pitch is that of the buttons. */
export const LABELS = { left: 146, right: 199, top: 13, pitch: 13 } as const;
export const PROMPT = { left: 2, top: 79, width: 139 } as const;
/** Four cells, each above its button. */
export const SOFTKEYS = { top: 91, height: 13, cell: 50 } as const;
