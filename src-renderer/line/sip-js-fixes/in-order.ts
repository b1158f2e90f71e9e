import { Core } from 'sip.js';

/**
 * Lets only those NOTIFYs of a subscription through that are newer than what came before.
 *
 * SIP.js's dialog does not count its first NOTIFY, so it takes a copy of it, and whatever is older, for news; and it
 * answers a copy of a later one with 500, as if it were out of order, and tells nobody. Over a WebSocket a copy is
 * one that a proxy made, or a server that missed our 200: it gets that again.
 *
 * What is older than the newest gets the 500 of RFC 3261, 12.2.2. Something was missed, or the server has begun to
 * count anew, as FreeSWITCH did after a restart, and then everything would be refused for ever.
 *
 * SIP.js #1030 asks that a subscriber be told of it; it may go when one is, and the first NOTIFY counts.
 *
 * @param first CSeq of the NOTIFY that made the dialog
 * @param onOlder the subscription is to be replaced
 */
export function keepInOrder(subscription: Core.Subscription, first: number, onOlder: () => void): void {
  if (!(subscription instanceof Core.SubscriptionDialog)) return;
  let newest = first;
  const receive = subscription.receiveRequest.bind(subscription);
  subscription.receiveRequest = (message) => {
    if (message.cseq > newest) {
      newest = message.cseq;
      receive(message);
      return;
    }
    const isCopy = message.cseq === newest;
    subscription.userAgentCore.replyStateless(message, { statusCode: isCopy ? 200 : 500 });
    if (!isCopy) onOlder();
  };
}
