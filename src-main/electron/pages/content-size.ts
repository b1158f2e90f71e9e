import type { BrowserWindow } from 'electron';
import { usedWindowSystem } from '../desktop/used-window-system';

/**
 * Gives the page of a window that is shown the size that was wished for. On Wayland Electron draws the frame itself, and takes it, and
 * the menu, off the page (`useContentSize` does nothing there): a face would have strips beside it, and a form less room.
 *
 * @param wanted the page's size in pixels
 */
export function giveContentSize(window: BrowserWindow, wanted: Readonly<{ width: number; height: number }>): void {
  if (usedWindowSystem() !== 'wayland') return;
  const [width = 0, height = 0] = window.getSize();
  const [pageWidth = 0, pageHeight = 0] = window.getContentSize();
  window.setSize(wanted.width + width - pageWidth, wanted.height + height - pageHeight);
}
