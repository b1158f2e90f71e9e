/**
 * What CHANGELOG.md says of a version, without its heading; null where it says nothing.
 * @param {string} changelog
 * @param {string} version
 */
export function releaseNotes(changelog, version) {
  const sections = changelog.split(/^## /m).slice(1);
  const section = sections.find((text) => text.startsWith(`[${version}] - `));
  return section?.slice(section.indexOf('\n')).trim() || null;
}
