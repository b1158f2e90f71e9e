import { type Curve, coilAlong } from './coil';

/** Along the left side of the phone, from its socket there to the corner. */
const SIDE: Curve = [
  { x: 27, y: 300 },
  { x: 4, y: 306 },
  { x: 12, y: 380 },
  { x: 12, y: 440 },
];

const RESTING = coilAlong([
  SIDE,
  [
    { x: 12, y: 440 },
    { x: 12, y: 520 },
    { x: 8, y: 550 },
    { x: 42, y: 550 },
  ],
  [
    { x: 42, y: 550 },
    { x: 74, y: 551 },
    { x: 108, y: 552 },
    { x: 109, y: 514 },
  ],
]);

const LIFTED = coilAlong([
  SIDE,
  [
    { x: 12, y: 440 },
    { x: 12, y: 500 },
    { x: 14, y: 548 },
    { x: 44, y: 546 },
  ],
  [
    { x: 44, y: 546 },
    { x: 70, y: 544 },
    { x: 96, y: 538 },
    { x: 96, y: 500 },
  ],
]);

/** The coiled cord, from the socket in the phone's side to the end of the handset, wherever that is. */
export function Cord({ lifted }: { readonly lifted: boolean }) {
  const turns = lifted ? LIFTED : RESTING;
  return (
    <svg className="cord" viewBox="0 0 720 560" aria-hidden="true">
      <rect x="24" y="291" width="8" height="18" rx="2" className="cord-socket" />
      <path d={turns} className="cord-edge" />
      <path d={turns} className="cord-body" />
      <path d={turns} className="cord-shine" />
    </svg>
  );
}
