import { app } from 'electron';
import { LINK_SCHEMES, type LinkScheme, type Preferences } from '../../contract/preferences';

/** Nothing that a link brings may pass for a switch of ours or of Chromium's. */
const END_OF_SWITCHES = '--';

/** Makes links open this app, or no longer. */
export class LinkSchemes {
  #problems: Readonly<Record<string, string>> = {};

  #set: Preferences['links'];

  /** @param set as it was chosen before: a default that its user has changed elsewhere since is left alone */
  constructor(set: Preferences['links']) {
    this.#set = set;
  }

  /** @returns what the system has not done, by the field of the settings, in words for the user */
  apply(wanted: Preferences['links']): Readonly<Record<string, string>> {
    const problems: Record<string, string> = {};
    for (const scheme of LINK_SCHEMES) {
      const field = `links.${scheme}`;
      // Whoever never asked for it leaves what the system has as it is.
      const done =
        wanted[scheme] === this.#set[scheme] ? this.#problems[field] === undefined : tell(scheme, wanted[scheme]);
      if (!done) problems[field] = 'The system has not taken this: choose the app for these links in its own settings.';
    }
    this.#set = wanted;
    this.#problems = problems;
    return problems;
  }
}

function tell(scheme: LinkScheme, ours: boolean): boolean {
  const words = app.isPackaged ? [END_OF_SWITCHES] : [app.getAppPath(), END_OF_SWITCHES];
  return ours
    ? app.setAsDefaultProtocolClient(scheme, process.execPath, words)
    : app.removeAsDefaultProtocolClient(scheme, process.execPath, words);
}
