/** One line of an information page. */
export interface Field {
  /** The element of the XML page. */
  readonly element: string;
  /** What stands before it in the HTML page. */
  readonly label: string;
  readonly value: string;
}

/** One of the pages on which a phone tells about itself. */
export interface Page {
  /** Its path, and its root element: "DeviceInformation". */
  readonly name: string;
  readonly title: string;
  readonly fields: readonly Field[];
}

/** @param rows element, label and value; a label that is missing is the element's name */
export const fieldsOf = (rows: readonly (readonly [string, string, string?])[]): readonly Field[] =>
  rows.map(([element, value, label = element]) => ({ element, label, value }));

/** Elements that are counted by something that this phone does not have. */
export const noneOf = (elements: readonly string[]): readonly Field[] =>
  elements.map((element) => ({ element, label: element, value: '0' }));

/** `Name1` to `NameN`, all empty. */
export const numbered = (element: string, label: string, count: number): readonly Field[] =>
  Array.from({ length: count }, (_, at) => ({
    element: `${element}${at + 1}`,
    label: `${label} ${at + 1}`,
    value: '',
  }));
