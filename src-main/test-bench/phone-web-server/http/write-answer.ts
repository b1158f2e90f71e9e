export interface WebAnswer {
  readonly status: keyof typeof REASONS;
  readonly type: string;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const REASONS = {
  200: 'OK',
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  411: 'Length Required',
  413: 'Content Too Large',
  431: 'Request Header Fields Too Large',
} as const;

export const refusal = (status: WebAnswer['status'], words: string): WebAnswer => ({
  status,
  type: 'text/plain; charset=iso-8859-1',
  body: `${words}\r\n`,
});

/** With what a 7960 says of itself. @param withBody HEAD wants to know how long it would be, and no more */
export function writeAnswer(answer: WebAnswer, keepAlive: boolean, withBody: boolean): Buffer {
  const body = Buffer.from(answer.body, 'latin1');
  const headers: Readonly<Record<string, string>> = {
    Server: 'Allegro-Software-RomPager/4.34',
    'Content-Type': answer.type,
    'Cache-Control': 'no-cache',
    Expires: 'Thu, 26 Oct 1995 00:00:00 GMT',
    ...answer.headers,
    'Content-Length': String(body.length),
    Connection: keepAlive ? 'keep-alive' : 'close',
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const head = `HTTP/1.1 ${answer.status} ${REASONS[answer.status]}\r\n${lines.join('')}\r\n`;
  return Buffer.concat([Buffer.from(head, 'latin1'), withBody ? body : Buffer.alloc(0)]);
}
