/**
 * Does a version of Node lie in a range, as package.json's "engines" has it: `^20.19.0 || >=22.12.0`? Other forms are not known here.
 * @param {string} version such as 20.19.4
 * @param {string} range
 */
export function nodeFits(version, range) {
  const own = numbers(version);
  return range.split('||').some((part) => {
    const least = numbers(part);
    return isAtLeast(own, least) && (!part.trim().startsWith('^') || own[0] === least[0]);
  });
}

/**
 * What to do on another Node, in words for the user.
 * @param {string} version the one that is too old
 * @param {string} range
 */
export function otherNodeNeeded(version, range) {
  return [
    `Node ${range.split('||').join('or')} is needed, and this is ${version}.`,
    'Install Node 22 or 24 from https://nodejs.org or with the Node manager you use (nvm install 22), and try again.',
    'Or let npm fetch one for this start alone:',
    '  npx --yes --package=node@22 -- npm start',
  ].join('\n');
}

/** @param {string} version */
const numbers = (version) => (version.match(/\d+/g) || []).map(Number);

/**
 * @param {readonly number[]} own
 * @param {readonly number[]} least
 */
function isAtLeast(own, least) {
  const at = least.findIndex((number, index) => number !== (own[index] || 0));
  return at < 0 || (own[at] || 0) > (least[at] || 0);
}
