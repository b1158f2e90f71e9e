import { Cradle } from './cradle';

/** Everything that does not move: the shell, the face plate and what is printed on it. */
export function Casing() {
  return (
    <svg className="casing" viewBox="0 0 720 560" aria-hidden="true">
      <defs>
        <linearGradient id="shell" x1="0" x2="0" y1="0" y2="1">
          <stop offset="0" stopColor="#5a5e62" />
          <stop offset="0.05" stopColor="#45494c" />
          <stop offset="0.6" stopColor="#34373a" />
          <stop offset="1" stopColor="#222426" />
        </linearGradient>
        <linearGradient id="plate" x1="0" x2="0.25" y1="0" y2="1">
          <stop offset="0" stopColor="#a3a8ab" />
          <stop offset="0.45" stopColor="#868b8f" />
          <stop offset="1" stopColor="#686d71" />
        </linearGradient>
        <linearGradient id="bezel" x1="0" x2="0.3" y1="0" y2="1">
          <stop offset="0" stopColor="#34373a" />
          <stop offset="0.3" stopColor="#1b1d1e" />
          <stop offset="1" stopColor="#111213" />
        </linearGradient>
        <radialGradient id="shadow">
          <stop offset="0.8" stopColor="#000" stopOpacity="0.45" />
          <stop offset="1" stopColor="#000" stopOpacity="0" />
        </radialGradient>
      </defs>
      <ellipse cx="360" cy="540" rx="358" ry="26" fill="url(#shadow)" />
      <path
        d="M40 15Q360 6 680 15Q706 16 708 42L712 516Q712 544 684 546Q360 553 36 546Q8 544 8 516L12 42Q14 16 40 15Z"
        fill="url(#shell)"
        stroke="#17181a"
      />
      <path d="M40 17.5Q360 8.500 680 17.500" fill="none" stroke="#fff" strokeOpacity="0.3" strokeWidth="1.500" />
      <Cradle />
      <path
        d="M202 28Q440 22 676 28Q692 29 693 46L697 508Q697 530 676 532Q440 537 204 532Q186 531 186 510V46Q186 29 202 28Z"
        fill="url(#plate)"
        stroke="#202224"
        strokeWidth="1.500"
      />
      <path
        d="M204 29.800Q440 24 675 29.800Q690.500 31 691.200 46"
        fill="none"
        stroke="#fff"
        strokeOpacity="0.55"
        strokeWidth="1.400"
      />
      <path d="M187 331Q440 325 695 331" fill="none" stroke="#43474a" strokeOpacity="0.55" />
      <path d="M187 332.300Q440 326.300 695 332.300" fill="none" stroke="#fff" strokeOpacity="0.3" />
      <rect x="195" y="57" width="426" height="234" rx="11" fill="#5b6063" />
      <rect x="196" y="58" width="424" height="232" rx="10" fill="url(#bezel)" />
      <path d="M206 59H610" stroke="#fff" strokeOpacity="0.22" />
      <text className="brand" x="206" y="49">
        CALLBACK PHONE
      </text>
      <text className="model" x="612" y="49" textAnchor="end">
        IP PHONE 7960
      </text>
    </svg>
  );
}
