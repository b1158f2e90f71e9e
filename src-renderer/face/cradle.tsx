const GRILLE_ROWS = Array.from({ length: 13 }, (_, row) => 212 + row * 11);

/** What is under the handset: two cups, the hook between them, and the speaker's grille. */
export function Cradle() {
  return (
    <g className="cradle">
      <defs>
        <linearGradient id="trough" x1="0" x2="1" y1="0" y2="0">
          <stop offset="0" className="trough-1" />
          <stop offset="0.22" className="trough-2" />
          <stop offset="0.8" className="trough-3" />
          <stop offset="1" className="trough-4" />
        </linearGradient>
        <radialGradient id="cup" cx="0.5" cy="0.42" r="0.6">
          <stop offset="0" className="cup-1" />
          <stop offset="0.75" className="cup-2" />
          <stop offset="1" className="cup-3" />
        </radialGradient>
      </defs>
      <rect x="38" y="27" width="143" height="506" rx="42" fill="url(#trough)" className="trough-edge" />
      <path d="M48 506Q54 532 80 533H140Q166 532 172 506" className="highlight faint" strokeWidth="1.200" />
      <rect x="52" y="44" width="115" height="132" rx="46" fill="url(#cup)" className="cup-edge" />
      <rect x="52" y="384" width="115" height="132" rx="46" fill="url(#cup)" className="cup-edge" />
      <rect x="97" y="156" width="25" height="12" rx="4" className="hook" />
      <rect x="99" y="157.500" width="21" height="2" rx="1" className="hook-light" />
      {GRILLE_ROWS.map((y) => (
        <rect key={y} x="76" y={y} width="67" height="4.500" rx="2.250" className="slot" />
      ))}
      {GRILLE_ROWS.map((y) => (
        <path key={y} d={`M78 ${y + 5}H141`} className="highlight faint" strokeWidth="0.800" />
      ))}
    </g>
  );
}
