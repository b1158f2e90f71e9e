/** The choices of a list of locales. */
export function Locales({ names }: { readonly names: readonly string[] }) {
  return names.map((name) => (
    <option key={name} value={name}>
      {nameOfLocale(name)}
    </option>
  ));
}

/** "English_United_States", as people write it. */
export const nameOfLocale = (name: string): string => name.replaceAll('_', ' ');
