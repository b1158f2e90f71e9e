import { DOMAIN, passwordOf } from '../users.ts';

/**
 * What a scripted phone does with every call:
 * - `busy`       refuses with 486, as in do not disturb
 * - `deflecting` sends the caller on to 1003, by a 302
 * - `ringing`    rings, and is never answered: until the caller gives up
 * - `answering`  rings, answers, and hangs up after its talk time
 * - `patient`    rings without saying where it is, answers, and talks until the caller hangs up; it says that a call may
 *                replace another, and takes that one like any other
 */
export type Behaviour = 'busy' | 'deflecting' | 'ringing' | 'answering' | 'patient';

/** Scenarios of sipp 3.6, in XML. */
export function scenarioOf(behaviour: Behaviour, number: string): string {
  const refuse = [send(response('486 Busy Here', number)), '<recv request="ACK"/>'];
  const moved = response('302 Moved Temporarily', number).replace(contactOf(number), `Contact: <sip:1003@${DOMAIN}>`);
  const ring = [send(response('180 Ringing', number))];
  const untilCancelled = [
    '<recv request="CANCEL"/>',
    // To the CANCEL itself, whose CSeq is now the last one; then to the INVITE.
    send(response('200 OK', number)),
    send(response('487 Request Terminated', number).replace('[last_CSeq:]', 'CSeq: [$invite] INVITE')),
    '<recv request="ACK"/>',
  ];
  // Somebody takes a moment to answer; and of two messages that come at once Kamailio's workers may pass the second on first.
  const taken = '<pause milliseconds="150"/>';
  const talk = [
    taken,
    send(response('200 OK', number, answerSdp), true),
    '<recv request="ACK"/>',
    '<pause/>',
    send(bye(number), true),
    '<recv response="200"/>',
  ];
  const untilBye = [
    // RFC 3261 wants a Contact there. Linphone, for one, sends none.
    send(response('180 Ringing', number).replace(`${contactOf(number)}\n`, '')),
    taken,
    send(response('200 OK', number, answerSdp).replace('Content-Type:', 'Supported: replaces\nContent-Type:'), true),
    '<recv request="ACK"/>',
    '<recv request="BYE"/>',
    send(response('200 OK', number)),
  ];
  const steps = {
    patient: [recvInvite([]), ...untilBye],
    busy: [recvInvite([]), ...refuse],
    deflecting: [recvInvite([]), send(moved), '<recv request="ACK"/>'],
    ringing: [recvInvite([keepSequence]), ...ring, ...untilCancelled],
    answering: [recvInvite([keep('from', 'From:', '.*'), keep('to', 'To:', '.*'), keepContact]), ...ring, ...talk],
  };
  return scenario(steps[behaviour]);
}

/** Registers with digest and ends. @param instance for which it wants a GRUU (RFC 5627) */
export function registerScenario(number: string, seconds: number, instance: string | null = null): string {
  const request = (cseq: number, credentials: string): string =>
    [
      `REGISTER sip:${DOMAIN} SIP/2.0`,
      'Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch]',
      `From: <sip:${number}@${DOMAIN}>;tag=[pid]r[call_number]`,
      `To: <sip:${number}@${DOMAIN}>`,
      'Call-ID: [call_id]',
      `CSeq: ${cseq} REGISTER`,
      ...(instance === null
        ? [contactOf(number)]
        : [`${contactOf(number)};+sip.instance="<${instance}>"`, 'Supported: gruu']),
      ...(credentials === '' ? [] : [credentials]),
      `Expires: ${seconds}`,
      'Max-Forwards: 70',
      'Content-Length: 0',
      '',
      '',
    ].join('\n');
  return scenario([
    send(request(1, ''), true),
    '<recv response="401" auth="true"/>',
    send(request(2, credentialsOf(number)), true),
    '<recv response="200"/>',
  ]);
}

/** Calls somebody by a GRUU, and talks until he hangs up. */
export function callScenario(number: string, called: string, instance: string): string {
  const request = (method: string, cseq: number, more: readonly string[], to = '', uri = `sip:${called}@${DOMAIN}`) =>
    [
      `${method} ${uri} SIP/2.0`,
      'Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch]',
      ...(uri === '[next_url]' ? ['[routes]'] : []),
      `From: <sip:${number}@${DOMAIN}>;tag=[pid]c[call_number]`,
      `To: <sip:${called}@${DOMAIN}>${to}`,
      'Call-ID: [call_id]',
      `CSeq: ${cseq} ${method}`,
      `Contact: <sip:${number}@${DOMAIN};gr=${instance}>`,
      'Max-Forwards: 70',
      ...more,
    ].join('\n');
  const offer = ['Content-Type: application/sdp', 'Content-Length: [len]', '', answerSdp];
  const bare = ['Content-Length: 0', '', ''];
  const provisional = [100, 180, 183].map((status) => `<recv response="${status}" optional="true"/>`);
  return scenario([
    send(request('INVITE', 1, offer), true),
    '<recv response="100" optional="true"/>',
    '<recv response="407" auth="true"/>',
    send(request('ACK', 1, bare, '[peer_tag_param]')),
    send(request('INVITE', 2, [credentialsOf(number), ...offer]), true),
    ...provisional,
    '<recv response="200" rrs="true"/>',
    send(request('ACK', 2, bare, '[peer_tag_param]', '[next_url]')),
    '<recv request="BYE"/>',
    send(response('200 OK', number).replace(';tag=[pid]u[call_number]', '')),
  ]);
}

const credentialsOf = (number: string): string => `[authentication username=${number} password=${passwordOf(number)}]`;

const answerSdp = [
  'v=0',
  'o=sipp 1 1 IN IP4 [local_ip]',
  's=-',
  'c=IN IP4 [media_ip]',
  't=0 0',
  'm=audio [media_port] RTP/AVP 0',
  'a=rtpmap:0 PCMU/8000',
  '',
].join('\n');

function keep(name: string, header: string, pattern: string): string {
  return `<ereg regexp="${pattern}" search_in="hdr" header="${header}" assign_to="${name}"/>`;
}

const keepSequence = keep('invite', 'CSeq:', '[0-9]+');
const keepContact = keep('target', 'Contact:', 'sip:[^&gt;]*');

function recvInvite(actions: readonly string[]): string {
  const kept = actions.length === 0 ? '' : `<action>${actions.join('')}</action>`;
  return `<recv request="INVITE" rrs="true">${kept}</recv>`;
}

function response(status: string, number: string, sdp = ''): string {
  const type = sdp === '' ? [] : ['Content-Type: application/sdp'];
  return [
    `SIP/2.0 ${status}`,
    '[last_Via:]',
    '[last_Record-Route:]',
    '[last_From:]',
    '[last_To:];tag=[pid]u[call_number]',
    '[last_Call-ID:]',
    '[last_CSeq:]',
    contactOf(number),
    ...type,
    'Content-Length: [len]',
    '',
    sdp,
  ].join('\n');
}

function bye(number: string): string {
  return [
    'BYE [$target] SIP/2.0',
    'Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch]',
    '[routes]',
    'From:[$to];tag=[pid]u[call_number]',
    'To:[$from]',
    '[last_Call-ID:]',
    'CSeq: 1 BYE',
    'Max-Forwards: 70',
    contactOf(number),
    'Content-Length: 0',
    '',
    '',
  ].join('\n');
}

function contactOf(number: string): string {
  return `Contact: <sip:${number}@[local_ip]:[local_port]>`;
}

function send(message: string, untilAnswered = false): string {
  return `<send${untilAnswered ? ' retrans="500"' : ''}><![CDATA[\n${message}]]></send>`;
}

function scenario(steps: readonly string[]): string {
  const head = '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE scenario SYSTEM "sipp.dtd">';
  return `${head}\n<scenario name="a phone of the lab">\n${steps.join('\n')}\n</scenario>\n`;
}
