import { missingCase } from '../../base/missing-case';
import type { FieldProblem } from '../../contract/account-settings';
import { PARAMETER_LIST, type Parameter } from '../../contract/parameter-list';
import type { ServiceParameters } from '../../contract/service-parameters';

/** @returns what is wrong with each parameter, in their order; none where all can be saved */
export const checkParameters = (parameters: ServiceParameters): readonly FieldProblem[] =>
  PARAMETER_LIST.flatMap((parameter) => {
    const words = faultOf(parameter, parameters[parameter.field]);
    return words === null ? [] : [{ field: parameter.field, words }];
  });

function faultOf(parameter: Parameter, value: unknown): string | null {
  switch (parameter.kind) {
    case 'check':
      return null;
    case 'choice':
      return parameter.options.includes(String(value)) ? null : 'Choose one of the list.';
    case 'fileName':
      return /^[\w.-]{1,64}$/.test(String(value)) ? null : 'Type a file name of letters, digits, dots, - and _.';
    case 'number': {
      const { least, most, unit } = parameter;
      const fits = Number.isInteger(value) && Number(value) >= least && Number(value) <= most;
      return fits ? null : `Type a whole number${unit && ` of ${unit}`} from ${least} to ${most}.`;
    }
    default:
      return missingCase(parameter);
  }
}
