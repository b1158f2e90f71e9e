import { serviceabilityActionSchema, serviceabilityReportSchema } from '../serviceability';
import { channelsOf } from './channel';

const { nothing, toMain, toPage, request } = channelsOf('serviceability');

export const SERVICEABILITY_CHANNELS = {
  'serviceability:load': request(nothing, serviceabilityReportSchema),
  'serviceability:act': toMain(serviceabilityActionSchema),
  'serviceability:report': toPage(serviceabilityReportSchema),
} as const;
