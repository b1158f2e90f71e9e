import type { WebPhone } from '../web-phone';
import { fieldsOf, type Page } from './page';

/** As a CP-7960G with an SCCP load has it: names, order, and the blank before NO. */
export const deviceInformation = ({ name, number, load, messagesWaiting }: WebPhone): Page => ({
  name: 'DeviceInformation',
  title: 'Device Information',
  fields: fieldsOf([
    ['MACAddress', macOf(name), 'MAC Address'],
    ['HostName', name, 'Host Name'],
    ['phoneDN', number, 'Phone DN'],
    ['appLoadID', load, 'App Load ID'],
    ['bootLoadID', 'PC0303010100', 'Boot Load ID'],
    ['versionID', load, 'Version'],
    ['DSPLoadID', '4.0(4.0)[A0]', 'DSP Load ID'],
    ['addonModule1', '', 'Expansion Module 1'],
    ['addonModule2', '', 'Expansion Module 2'],
    ['hardwareRevision', '4.4', 'Hardware Revision'],
    ['serialNumber', `CBP${macOf(name).slice(-8)}`, 'Serial Number'],
    ['modelNumber', 'CP-7960G', 'Model Number'],
    ['Codec', 'ADLCodec'],
    ['Amps', '5V Amp'],
    ['C3PORevision', '2', 'C3PO Revision'],
    ['MessageWaiting', messagesWaiting ? ' YES' : ' NO', 'Message Waiting'],
  ]),
});

export const macOf = (name: string): string => name.replace(/^SEP/, '');
