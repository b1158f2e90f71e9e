import { LINK_SCHEMES, type LinkScheme } from '../../src-main/contract/preferences';
import { CheckField } from '../kit/form/field';
import { useActions, usePage } from './state/page-context';

const LABELS: Readonly<Record<LinkScheme, string>> = {
  tel: 'Open tel: links with Callback Phone',
  sip: 'Open sip: links with Callback Phone',
  callto: 'Open callto: links with Callback Phone',
};

/** Which links of other programs come to the phones. */
export function LinksSection() {
  const actions = useActions();
  const links = usePage(({ book }) => book?.preferences.links);
  if (!links) return null;
  return (
    <section aria-label="Links">
      <h2>Links</h2>
      <p className="hint">A link puts its number into the dial field. Nothing is dialled before you press Dial.</p>
      {LINK_SCHEMES.map((scheme) => (
        <CheckField
          key={scheme}
          field={`links.${scheme}`}
          label={LABELS[scheme]}
          checked={links[scheme]}
          onChange={(on) => void actions.change({ links: { ...links, [scheme]: on } })}
        />
      ))}
    </section>
  );
}
