const GRILLE_ROWS = Array.from({ length: 13 }, (_, row) => 214 + row * 11);

/** What is under the handset: two cups, the hook between them, and the speaker's grille. */
export function Cradle() {
  return (
    <g>
      <defs>
        <linearGradient id="trough" x1="0" x2="1" y1="0" y2="0">
          <stop offset="0" stopColor="#151617" />
          <stop offset="0.2" stopColor="#2a2c2e" />
          <stop offset="0.8" stopColor="#303335" />
          <stop offset="1" stopColor="#1c1e1f" />
        </linearGradient>
        <radialGradient id="cup" cx="0.5" cy="0.42" r="0.6">
          <stop offset="0" stopColor="#090a0a" />
          <stop offset="0.75" stopColor="#1b1d1e" />
          <stop offset="1" stopColor="#3a3d40" />
        </radialGradient>
      </defs>
      <rect x="24" y="29" width="152" height="503" rx="40" fill="url(#trough)" stroke="#0e0f10" strokeWidth="1.500" />
      <path d="M34 505Q40 531 66 532H134Q160 531 166 505" fill="none" stroke="#fff" strokeOpacity="0.14" />
      <rect x="40" y="46" width="120" height="132" rx="46" fill="url(#cup)" stroke="#0b0c0c" />
      <rect x="40" y="384" width="120" height="132" rx="46" fill="url(#cup)" stroke="#0b0c0c" />
      <rect x="88" y="156" width="24" height="12" rx="4" fill="#6e7376" stroke="#0b0c0c" />
      <rect x="90" y="157.500" width="20" height="2" rx="1" fill="#b5babd" />
      {GRILLE_ROWS.map((y) => (
        <rect key={y} x="66" y={y} width="68" height="4.500" rx="2.250" fill="#0a0b0b" />
      ))}
      {GRILLE_ROWS.map((y) => (
        <path key={y} d={`M68 ${y + 5}H132`} stroke="#fff" strokeOpacity="0.1" />
      ))}
    </g>
  );
}
