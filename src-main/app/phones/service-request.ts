/** The phone that asks a service. */
export interface Asker {
  /** As CallManager names it. */
  readonly name: string;
  /** "German_Germany" */
  readonly userLocale: string;
  /** A BCP 47 tag. */
  readonly language: string;
}

/** What a phone says of itself to a service, in the form of a real one. */
export const headersOf = ({ language }: Asker): Readonly<Record<string, string>> => ({
  Accept: 'x-CiscoIPPhone/*, text/*, */*',
  'Accept-Language': language,
  'Accept-Charset': 'utf-8, iso-8859-1;q=0.8',
  'x-CiscoIPPhoneModelName': 'CP-7960',
  'x-CiscoIPPhoneSDKVersion': '3.3.4',
  'x-CiscoIPPhoneDisplay': '133,65,2,G',
});

/** The address of a service for the phone: it may hold `#DEVICENAME#`, and the phone's first question says who asks. */
export function subscribed(url: string, { name, userLocale }: Asker): string {
  const [address = '', ...anchor] = url.replaceAll('#DEVICENAME#', encodeURIComponent(name)).split('#');
  const who = `locale=${encodeURIComponent(userLocale)}&name=${encodeURIComponent(name)}`;
  return [`${address}${address.includes('?') ? '&' : '?'}${who}`, ...anchor].join('#');
}
