import { PhoneKey } from '../phone-key';
import { useSnapshot } from '../store';
import { Cord } from './cord';

const OUTLINE =
  'M12 74C12 30 34 10 70 10S128 30 128 74V104C128 130 113 140 111 170V330C113 360 128 370 128 396V426C128 470 106 490 70 490S12 470 12 426V396C12 370 27 360 29 330V170C27 140 12 130 12 104Z';
const GRIP_RIDGE = 'M50 130C46 150 46 170 46 200V300C46 330 46 350 50 370';
const LIGHT_STRIP = 'M35 40Q70 19 105 40Q109 43 106 48Q104 52 99 50Q70 35 41 50Q36 52 34 48Q31 43 35 40Z';

const MICROPHONE = [58.5, 65, 71.5, 78];

/** The handset in its cradle, or taken out of it. The strip at its top lights for the whole room to see. */
export function Handset() {
  const lifted = useSnapshot(({ hook }) => hook === 'handset', false);
  const lamp = useSnapshot(({ lamps }) => lamps.handset, 'off');
  return (
    <>
      <Cord lifted={lifted} />
      <PhoneKey phoneKey={{ kind: 'handset' }} name="Handset" pressed={lifted} className="handset">
        <svg className="handset-body" viewBox="0 0 140 500" preserveAspectRatio="none" aria-hidden="true">
          <HandsetPaints />
          <path d={OUTLINE} fill="url(#handset-round)" />
          <path d={OUTLINE} fill="url(#handset-long)" className="handset-edge" />
          <path d="M40 62Q70 52 100 62" className="seam" />
          <path d="M40 440Q70 450 100 440" className="seam" />
          {MICROPHONE.map((x) => (
            <rect key={x} x={x} y="452" width="3" height="14" rx="1.5" className="slot" />
          ))}
          <path d={GRIP_RIDGE} fill="none" stroke="#fff" strokeOpacity="0.16" strokeWidth="5" strokeLinecap="round" />
          <path d="M20 78C22 44 38 18 70 18" fill="none" stroke="#fff" strokeOpacity="0.3" strokeWidth="2" />
          <path d={LIGHT_STRIP} fill="url(#lens)" stroke="#180605" strokeWidth="1.2" />
          <g className="strip-light" data-lamp={lamp}>
            <ellipse cx="70" cy="40" rx="68" ry="42" fill="url(#glow)" />
            <path d={LIGHT_STRIP} fill="#ff4a3a" />
            <path d="M43 40Q70 27.500 97 40" fill="none" stroke="#ffd9d2" strokeWidth="2.4" />
          </g>
        </svg>
      </PhoneKey>
    </>
  );
}

function HandsetPaints() {
  return (
    <defs>
      <linearGradient id="handset-round" x1="0" x2="1" y1="0" y2="0">
        <stop offset="0" className="handset-1" />
        <stop offset="0.14" className="handset-2" />
        <stop offset="0.34" className="handset-3" />
        <stop offset="0.52" className="handset-4" />
        <stop offset="0.84" className="handset-5" />
        <stop offset="1" className="handset-6" />
      </linearGradient>
      <linearGradient id="handset-long" x1="0" x2="0" y1="0" y2="1">
        <stop offset="0" stopColor="#fff" stopOpacity="0.26" />
        <stop offset="0.14" stopColor="#fff" stopOpacity="0.03" />
        <stop offset="0.24" stopColor="#000" stopOpacity="0.24" />
        <stop offset="0.36" stopColor="#000" stopOpacity="0.05" />
        <stop offset="0.64" stopColor="#000" stopOpacity="0.05" />
        <stop offset="0.76" stopColor="#000" stopOpacity="0.28" />
        <stop offset="0.84" stopColor="#fff" stopOpacity="0.1" />
        <stop offset="1" stopColor="#000" stopOpacity="0.5" />
      </linearGradient>
      <linearGradient id="lens" x1="0" x2="0" y1="0" y2="1">
        <stop offset="0" stopColor="#7d2a26" />
        <stop offset="1" stopColor="#3c1210" />
      </linearGradient>
      <radialGradient id="glow">
        <stop offset="0" stopColor="#ff5a48" stopOpacity="0.85" />
        <stop offset="0.5" stopColor="#ff3b2c" stopOpacity="0.3" />
        <stop offset="1" stopColor="#ff3b2c" stopOpacity="0" />
      </radialGradient>
    </defs>
  );
}
