import type { CallRecord } from '../../contract/call-record';
import { writeTime } from '../../xsi/objects/time-template';
import { registrationOf } from '../lines';
import { minutesAndSeconds } from '../minutes-and-seconds';
import type { PhoneState } from '../phone-state';
import { type Phrasebook, type PhraseId, phrase } from '../phrases';
import { nameOf } from './people';
import type { TextScreen } from './screen';

/** The text of a page to read: a row for each thing that there is to say. */
export function textOf(state: PhoneState, { text, calls }: TextScreen, book: Phrasebook): string {
  switch (text) {
    case 'details':
      return calls.map((call) => detailsOf(state, call, book)).join('\n\n');
    case 'networkConfiguration':
      return networkText(state, book);
    case 'phoneInformation':
      return informationText(state, book);
    case 'statusMessages':
      return statusText(state, book);
  }
}

const says = (book: Phrasebook, label: PhraseId, value: string): string => `${phrase(book, label)}: ${value}`;

function detailsOf(state: PhoneState, call: CallRecord, book: Phrasebook): string {
  const name = nameOf(state.people, call.number) || call.name;
  const line = state.device.lines.find(({ id }) => id === call.line);
  return [
    says(book, 'number', call.number || phrase(book, 'unknownCaller')),
    ...(name ? [says(book, 'name', name)] : []),
    says(book, 'time', writeTime(phrase(book, 'dateTime'), call.startedAt)),
    ...(call.answered ? [says(book, 'duration', minutesAndSeconds(call.duration))] : []),
    ...(line && state.device.lines.length > 1 ? [says(book, 'line', line.number)] : []),
  ].join('\n');
}

function networkText(state: PhoneState, book: Phrasebook): string {
  const rows = state.device.lines.map(({ id, number }) => {
    const registration = registrationOf(state, id);
    const how =
      registration.kind === 'rejected'
        ? phrase(book, 'registrationRejected', String(registration.status))
        : phrase(book, registration.kind);
    const server = state.information.servers[id];
    return [says(book, 'line', number), ...(server ? [says(book, 'server', server)] : []), how].join('\n');
  });
  return rows.join('\n\n');
}

function informationText({ device, information }: PhoneState, book: Phrasebook): string {
  const { model, load, platform, locale } = information;
  // The name of a phone is SEP and its MAC address.
  const mac = /^SEP([0-9A-F]{12})$/i.exec(device.name)?.[1];
  return [
    says(book, 'model', model),
    ...(mac ? [says(book, 'macAddress', mac)] : [says(book, 'name', device.name)]),
    says(book, 'load', load),
    platform,
    says(book, 'locale', locale),
  ].join('\n');
}

const statusText = ({ statusMessages }: PhoneState, book: Phrasebook): string =>
  statusMessages.length === 0
    ? phrase(book, 'noRecords')
    : statusMessages
        .map(
          ({ at, phrase: id, value, second }) =>
            `${writeTime(phrase(book, 'dateTime'), at)} ${phrase(book, id, value, second)}`,
        )
        .join('\n');
