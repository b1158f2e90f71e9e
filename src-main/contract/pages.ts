/**
 * Each kind of page is a site of its own, like app://face and app://line. Chromium gives each site one process: the faces,
 * which only mirror, share one, and nothing that happens there can reach the process that has the calls, or the one that a
 * password is typed into.
 */
export const PAGES = ['face', 'line', 'account', 'admin', 'serviceability', 'settings', 'demo'] as const;
export type Page = (typeof PAGES)[number];
