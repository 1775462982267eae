/** The refusal of one option of an order. */
import { CoreError, type OptionProblem } from '#core/errors.ts'

export function refuse(option: string, problem: OptionProblem) {
  return new CoreError('bad-option', { option, problem })
}
