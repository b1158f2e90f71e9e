import { join } from 'node:path';

/** Of the drawn sizes the one that notifications, and a window's entry in the taskbar, are about as high as. */
export const programIcon = (assets: string): string => join(assets, 'icons', 'png', '64x64.png');
