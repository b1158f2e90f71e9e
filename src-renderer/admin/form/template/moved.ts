/** The list with the element at that place one place further up or down; a place that there is not changes nothing. */
export function moved<Element>(list: readonly Element[], at: number, by: -1 | 1): readonly Element[] {
  const [element, other] = [list[at], list[at + by]];
  if (element === undefined || other === undefined) return list;
  return list.map((each, index) => (index === at ? other : index === at + by ? element : each));
}
