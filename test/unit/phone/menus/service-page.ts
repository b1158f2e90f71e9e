import type { ServicePage } from '../../../../src-main/phone/menus/page';

/** What a service answers in a test. */
export const servicePage = (url: string, body: string, more: Partial<ServicePage> = {}): ServicePage => ({
  url,
  body,
  plain: false,
  refresh: null,
  expired: false,
  ...more,
});
