import * as v from 'valibot';
import { accountFormSchema } from '../account-form';
import {
  accountBookSchema,
  accountSecretsSchema,
  fieldProblemsSchema,
  phoneSystemSchema,
  testReportSchema,
} from '../account-settings';
import { resultSchema } from '../result-schema';
import { channelsOf } from './channel';

const { nothing, toMain, toPage, request } = channelsOf('account');

const id = v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,40}$/));
const filledIn = v.strictObject({ settings: accountFormSchema, secrets: accountSecretsSchema });

export const ACCOUNT_CHANNELS = {
  'account:load': request(nothing, accountBookSchema),
  'account:save': request(filledIn, resultSchema(accountBookSchema, fieldProblemsSchema)),
  'account:remove': request(id, accountBookSchema),
  'account:test': request(
    v.strictObject({ run: id, ...filledIn.entries }),
    resultSchema(v.null(), fieldProblemsSchema),
  ),
  'account:testReport': toPage(testReportSchema),
  'account:choose': toMain(phoneSystemSchema),
} as const;
