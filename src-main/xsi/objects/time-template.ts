const TEMPLATE = /<([^<>]*hh:mm[^<>]*)>/;

/**
 * Writes the time where a phrase holds a template between angle brackets, as the chapter's `<hh:mm mm/dd/yy>`. A locale orders
 * the parts as its people do, e.g. `<dd.mm.yy hh:mm>`, `<hh:mm dd-mm-yyyy>`:
 *
 *     template = "<", { part | sign }, "hh:mm", { part | sign }, ">"
 *     part     = "dd" | "mm" | "yyyy" | "yy"     the day, the month, the year with four digits or two
 *     sign     = any other character but "<" and ">": it stays as it is
 *
 * `hh:mm` are the hours from 00 to 23 and the minutes. What has no `hh:mm` between its brackets is no template.
 *
 * @param at milliseconds since the epoch, shown in the machine's time zone
 */
export function writeTime(text: string, at: number): string {
  return text.replace(TEMPLATE, (_whole, template: string) => formatTime(template, at));
}

function formatTime(template: string, at: number): string {
  const date = new Date(at);
  const two = (value: number): string => String(value).padStart(2, '0');
  const parts: Readonly<Record<string, string>> = {
    'hh:mm': `${two(date.getHours())}:${two(date.getMinutes())}`,
    mm: two(date.getMonth() + 1),
    dd: two(date.getDate()),
    yyyy: String(date.getFullYear()),
    yy: two(date.getFullYear() % 100),
  };
  return template.replace(/hh:mm|mm|dd|yyyy|yy/g, (part) => parts[part] ?? part);
}
