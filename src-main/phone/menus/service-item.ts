/** An entry of the services menu, as it is configured. */
export interface ServiceItem {
  /** A phrase of the phone's dictionary, or words that stand for themselves. */
  readonly name: string;
  readonly opens:
    | { readonly kind: 'callBackRequests' }
    | { readonly kind: 'phoneInformation' }
    | { readonly kind: 'help' }
    /** A CiscoIPPhone object in a file of that name, or at that address of this machine. */
    | { readonly kind: 'file'; readonly file: string };
}
