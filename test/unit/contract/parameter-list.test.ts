import * as v from 'valibot';
import { expect, test } from 'vitest';
import { checkParameters } from '../../../src-main/callmanager/administration/check-parameters';
import { changedAtOnce, PARAMETER_LIST } from '../../../src-main/contract/parameter-list';
import { DEFAULT_PARAMETERS, serviceParametersSchema } from '../../../src-main/contract/service-parameters';

test('every service parameter is on the list, once', () => {
  expect(PARAMETER_LIST.map(({ field }) => field)).toEqual(Object.keys(DEFAULT_PARAMETERS));
  expect(checkParameters(DEFAULT_PARAMETERS)).toEqual([]);
});

const numbers = PARAMETER_LIST.flatMap((parameter) =>
  parameter.kind === 'number' ? [[parameter.name, parameter] as const] : [],
);

test.each(numbers)('what may be typed for %s is what is kept', (_name, { field, least, most }) => {
  const kept = (value: number) => v.parse(serviceParametersSchema, { [field]: value })[field] === value;
  const taken = (value: number) => checkParameters({ ...DEFAULT_PARAMETERS, [field]: value }).length === 0;
  for (const value of [least, most, least - 1, most + 1, least + 0.5])
    expect([value, taken(value)]).toEqual([value, kept(value)]);
});

test('what the chapter says needs a restart of the service waits for it, and the rest counts at once', () => {
  const changed = {
    ...DEFAULT_PARAMETERS,
    ctiConnectingPort: 3000,
    audioFileName: 'Other.raw',
    idleGuard: 7,
    keepOnReset: false,
  };
  expect(changedAtOnce(DEFAULT_PARAMETERS, changed)).toEqual({
    ...DEFAULT_PARAMETERS,
    idleGuard: 7,
    keepOnReset: false,
  });
});
