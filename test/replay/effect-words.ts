import type { HandlerEffect, Screen } from '../../src-main/cef/call-back-handler/events';
import type { CallBackRequest } from '../../src-main/cef/call-back-handler/request';
import type { LineCommand } from '../../src-main/contract/line-port';

/** What the handler did, in a line. Times are in seconds since `from`, which is in milliseconds. */
export function effectWords(effect: HandlerEffect, from: number): string {
  switch (effect.kind) {
    case 'openLine':
    case 'closeLine':
      return `${effect.kind} ${effect.number}`;
    case 'showScreen':
      return `showScreen ${effect.device} ${screenWords(effect.screen, from)}`;
    case 'tell':
      return `tell ${effect.device} ${effect.notice} ${effect.xxxx}`.trim();
    case 'lookAgainAt':
      return `lookAgainAt ${seconds(effect.at - from)}`;
    case 'dial':
      return `dial ${effect.device} ${effect.number}`;
    case 'save':
      return `save ${requestWords(effect.request, from)}`;
    case 'remove':
      return `remove ${effect.device} ${effect.called}`;
    case 'ended':
      return `ended ${effect.request.calling} on ${effect.request.called}: ${effect.end}`;
    default:
      return `${effect.kind} ${effect.device}`;
  }
}

function screenWords(screen: Screen, from: number): string {
  const { id, ...rest } = screen;
  const fields = Object.entries(rest).map(([name, value]) =>
    isTime(name) && typeof value === 'number' ? `${name}=${seconds(value - from)}` : `${name}=${value}`,
  );
  return [id, ...fields].join(' ');
}

function requestWords({ calling, called, reason, expiresAt, phase }: CallBackRequest, from: number): string {
  const { kind, ...rest } = phase;
  const fields = Object.entries(rest).map(([name, value]) => {
    if (isTime(name)) return value === null ? '' : ` ${name}=${seconds(Number(value) - from)}`;
    return value === true ? ` ${name}` : '';
  });
  return `${calling} on ${called}, ${reason}, until ${seconds(expiresAt - from)}: ${kind}${fields.join('')}`;
}

const isTime = (name: string): boolean => ['since', 'freeSince', 'activatedAt', 'missedAt'].includes(name);

/** What the link wanted of the line page; null = nothing that has to do with the watch on a line. */
export function commandWords(command: LineCommand): string | null {
  switch (command.kind) {
    case 'subscribe':
      return `${command.once ? 'fetch' : 'subscribe'} ${command.event} of ${command.target} as ${command.subscription}`;
    case 'unsubscribe':
      return `unsubscribe ${command.subscription}`;
    case 'publish':
      return `publish to ${command.target} for ${command.expires} s`;
    case 'ask':
      return `ask ${command.target} by ${command.how} as ${command.question}`;
    default:
      return null;
  }
}

/** Milliseconds as seconds. */
export const seconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(3);
