import { ALL_ATTACKS } from './attacks/all-attacks.ts';
import { runCampaign } from './campaign/run-campaign.ts';

// The rest, and more of each: npm run test:hostile
runCampaign(
  ALL_ATTACKS.filter(({ isShort }) => isShort),
  'short',
);
