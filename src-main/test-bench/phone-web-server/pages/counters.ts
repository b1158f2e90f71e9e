import { fieldsOf, noneOf, type Page } from './page';

/** The phone has no Ethernet of its own: the pages are there for whoever reads them, and nothing is counted. */
export const ethernetInformation = (): Page => ({
  name: 'EthernetInformation',
  title: 'Ethernet Information',
  fields: noneOf(
    `TxExcessiveCollisions TxFrames TxBroadcasts TxMulticasts TxCollisions TxDeferredAbort RxOverruns RxLongCRC RxFrames
     RxCRCErrors RxBadPreamble RxRunt RxMulticasts RxBroadcasts RxShorts RxLongs`.split(/\s+/),
  ),
});

const PORT_COUNTERS =
  `carrierEvnt RxtotalPkt RxcrcErr RxalignErr Rxmulticast Rxbroadcast Rxunicast RxshortErr RxshortGood RxlongGood RxlongErr
   Rxsize64 Rxsize65to127 Rxsize128to255 Rxsize256to511 Rxsize512to1023 Rxsize1024to1518 Rxsize1519to1548 RxtokenDrop
   TxexcessDefer TxlateCollision TxtotalGoodPkt Txcollisions TxfifoUnderrun TxexcessLength Txbroadcast Txmulticast
   Txsize64 Txsize65to127 Txsize128to255 Txsize256to511 Txsize512to1023 Txsize1024to1518
   cos0Drop cos1Drop cos2Drop cos3Drop cos4Drop cos5Drop cos6Drop cos7Drop bpduDrop overflowDrop`.split(/\s+/);

const PORTS = 3;
const STREAMS = 3;
/** What a phone says in the place of what it does not have; tools count until they read it. */
const OUT_OF_RANGE = 'Invalid Argument';

/** 1 network, 2 access, 3 phone. @param index as it is asked for; null = the first */
export const portInformation = (index: string | null): Page => ({
  name: 'PortInformation',
  title: 'Port Information',
  fields: [
    ...noneOf(PORT_COUNTERS),
    ...fieldsOf([
      ['deviceId', ''],
      ['ipAddress', ''],
      ['port', isAmong(index, PORTS) ? '' : OUT_OF_RANGE],
      ['PortSpeed', 'Full, 100'],
    ]),
  ],
});

export function streamingStatistics(index: string | null): Page {
  const isThere = isAmong(index, STREAMS);
  return {
    name: 'StreamingStatistics',
    title: 'Streaming Statistics',
    fields: [
      ...fieldsOf([
        ['Domain', isThere ? 'snmpUDPDomain' : OUT_OF_RANGE],
        ['RemoteAddr', '0.0.0.0/0'],
        ['LocalAddr', '0.0.0.0/0'],
      ]),
      ...noneOf(['SenderJoins', 'ReceiverJoins', 'Byes']),
      ...fieldsOf([
        ['StartTime', '0'],
        ['RowStatus', 'Not Ready'],
        ['Name', isThere ? '' : OUT_OF_RANGE],
      ]),
      ...noneOf(['SenderPackets', 'SenderOctets']),
      ...fieldsOf([['SenderTool', 'G.711u']]),
      ...noneOf(['SenderReports', 'SenderReportTime', 'SenderStartTime', 'RcvrLostPackets']),
      ...fieldsOf([
        ['RcvrJitter', '0,0'],
        ['ReceiverTool', 'G.711u'],
      ]),
      ...noneOf(['RcvrReports', 'RcvrReportTime', 'RcvrPackets', 'RcvrOctets', 'RcvrStartTime']),
      ...noneOf(['MOSLQK', 'AvgMOSLQK', 'MinMOSLQK', 'MaxMOSLQK']).map((field) => ({ ...field, value: '0.0000' })),
      ...fieldsOf([['MOSLQKVersion', '0.95']]),
      ...noneOf([
        'CmltveConcealRatio',
        'IntervalConcealRatio',
        'MaxConcealRatio',
        'ConcealSecs',
        'SeverelyConcealSecs',
      ]),
    ],
  };
}

const isAmong = (index: string | null, count: number): boolean =>
  index === null || (/^[1-9]$/.test(index) && Number(index) <= count);
