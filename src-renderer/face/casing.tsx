import { Cradle } from './cradle';

const SHELL =
  'M58 13Q370 5 682 13Q707 14 709 40L713 518Q713 545 686 547Q370 554 50 547Q24 545 24 518L31 40Q33 14 58 13Z';
const PLATE =
  'M206 27Q440 20 677 27Q693 28 694 46L698 508Q698 531 676 533Q440 538 208 533Q190 531 190 510L189 46Q190 28 206 27Z';
/** Where the half with the display meets the half with the keys: it swings down to the right, as the whole phone does. */
const FOLD = 'M190 334Q440 325 697 331';

/** Everything that does not move: the shell, the face plate and what is printed on it. Its colours are in casing-colours.css. */
export function Casing() {
  return (
    <svg className="casing" viewBox="0 0 720 560" aria-hidden="true">
      <CasingPaints />
      <ellipse className="desk-shadow" cx="366" cy="541" rx="352" ry="24" fill="url(#desk-shadow)" />
      <path d={SHELL} fill="url(#shell)" className="shell-edge" />
      <path d="M58 15.200Q370 7.200 682 15.200" className="highlight" strokeWidth="1.600" />
      <path d="M28 516L34 42Q36 19 58 17" className="highlight faint" strokeWidth="1.400" />
      <path d="M27 524Q29 542 52 544Q370 551 686 544Q708 542 710 524" className="lowlight" strokeWidth="2.500" />
      <Cradle />
      <path d={PLATE} fill="url(#plate)" className="plate-edge" />
      <path d={PLATE} fill="url(#plate-sheen)" />
      <path d="M207 28.800Q440 21.800 676 28.800Q692 30 692.600 46" className="highlight" strokeWidth="1.400" />
      <path d="M191 508Q191 529 209 531Q440 536 675 531Q695 529 696 508" className="lowlight" strokeWidth="1.500" />
      <path d={`${FOLD}L698 508Q698 531 676 533Q440 538 208 533Q190 531 190 510Z`} fill="url(#lower-plate)" />
      <path d={FOLD} className="groove" />
      <path d={FOLD} className="groove-light" transform="translate(0 1.300)" />
      <Bezel />
      <Print />
    </svg>
  );
}

/** The frame of the display, and the channel that the six buttons beside it lie in. */
function Bezel() {
  return (
    <g>
      <rect x="195" y="56" width="428" height="236" rx="13" className="bezel-rim" />
      <rect x="196.500" y="57.500" width="425" height="233" rx="11.500" fill="url(#bezel)" />
      <path d="M207 58.300H611" className="highlight" strokeWidth="1" />
      <path d="M202 272V74Q202 64 212 64H400L240 284H212Q202 284 202 272Z" fill="#fff" fillOpacity="0.035" />
      <rect x="625" y="92" width="58" height="164" rx="12" className="channel" />
      <path d="M632 254.800H677" className="highlight faint" strokeWidth="1.200" />
    </g>
  );
}

/** Our own name and sign, and which telephone this is. */
function Print() {
  return (
    <g>
      <path className="sign-arrow" d="M217 49.500A6.500 6.500 0 1 0 211.500 40" />
      <path className="sign-head" d="M208.500 36.200L215.600 36.600L211.600 43Z" />
      <text className="brand" x="228" y="49">
        CALLBACK PHONE
      </text>
      <text className="model" x="612" y="49" textAnchor="end">
        IP PHONE <tspan className="model-number">7960</tspan>
      </text>
    </g>
  );
}

function CasingPaints() {
  return (
    <defs>
      <linearGradient id="shell" x1="0" x2="0.12" y1="0" y2="1">
        <stop offset="0" className="shell-1" />
        <stop offset="0.05" className="shell-2" />
        <stop offset="0.6" className="shell-3" />
        <stop offset="1" className="shell-4" />
      </linearGradient>
      <linearGradient id="plate" x1="0" x2="0.3" y1="0" y2="1">
        <stop offset="0" className="plate-1" />
        <stop offset="0.45" className="plate-2" />
        <stop offset="1" className="plate-3" />
      </linearGradient>
      <linearGradient id="plate-sheen" x1="0" x2="1" y1="0" y2="0.35">
        <stop offset="0" stopColor="#fff" stopOpacity="0" />
        <stop offset="0.62" stopColor="#fff" stopOpacity="0" />
        <stop offset="0.78" stopColor="#fff" stopOpacity="0.13" />
        <stop offset="0.94" stopColor="#fff" stopOpacity="0" />
      </linearGradient>
      <linearGradient id="lower-plate" x1="0" x2="0" y1="0" y2="1">
        <stop offset="0" stopColor="#000" stopOpacity="0.1" />
        <stop offset="0.3" stopColor="#000" stopOpacity="0" />
        <stop offset="1" stopColor="#000" stopOpacity="0.1" />
      </linearGradient>
      <linearGradient id="bezel" x1="0" x2="0.3" y1="0" y2="1">
        <stop offset="0" className="bezel-1" />
        <stop offset="0.3" className="bezel-2" />
        <stop offset="1" className="bezel-3" />
      </linearGradient>
      <radialGradient id="desk-shadow">
        <stop offset="0.8" stopColor="#000" stopOpacity="0.45" />
        <stop offset="1" stopColor="#000" stopOpacity="0" />
      </radialGradient>
    </defs>
  );
}
