/** The part of an OpenAPI document that says which requests there are. */
export interface ApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

export interface Route {
  readonly operation: string;
  /** The parts of the path that are variable, by their names. */
  readonly parameters: Readonly<Record<string, string>>;
}

const METHODS = ['get', 'put', 'post', 'delete', 'patch'] as const;

/**
 * Which operation of the document a request is for.
 *
 * @param path without the query
 * @returns the methods that the path knows, where it is another; none = there is no such path
 */
export function routeOf(document: ApiDocument, method: string, path: string): Route | readonly string[] {
  for (const [template, item] of Object.entries(document.paths)) {
    const parameters = parametersOf(template, path);
    if (!parameters) continue;
    const known = METHODS.filter((name) => name in item);
    const name = known.find((one) => one === method.toLowerCase());
    return name ? { operation: operationId(item[name]), parameters } : known.map((one) => one.toUpperCase());
  }
  return [];
}

function parametersOf(template: string, path: string): Route['parameters'] | null {
  const [expected, given] = [template.split('/'), path.split('/')];
  if (expected.length !== given.length) return null;
  const parameters: Record<string, string> = {};
  for (const [at, part] of expected.entries()) {
    const [, name] = /^\{(\w+)\}$/.exec(part) ?? [];
    const value = decoded(given[at] ?? '');
    if (value === null || value === '' || (!name && part !== value)) {
      if (part === '' && value === '') continue;
      return null;
    }
    if (name) parameters[name] = value;
  }
  return parameters;
}

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}

const operationId = (operation: unknown): string =>
  typeof operation === 'object' && operation !== null && 'operationId' in operation
    ? String(operation.operationId)
    : '';
