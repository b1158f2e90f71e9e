import { ALL_ATTACKS } from './attacks/all-attacks.ts';
import { runCampaign } from './campaign/run-campaign.ts';

runCampaign(ALL_ATTACKS, 'whole');
