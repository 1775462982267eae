/** Says what is wrong with an option. */
import type { OptionProblem } from '#core/errors.ts'
import { namedSizes, sizeRules, type Text, type Words } from '#core/index.ts'
import { cut } from './words.ts'

/** One or two sentences; what became of the credits is not among them. `option` as typed. */
export function renderOptionProblem(
  { optionProblem: say }: Words,
  typed: string,
  problem: OptionProblem,
): Text {
  const option = cut(typed, 40)
  switch (problem.kind) {
    case 'missing':
      if (option === 'image') return say.missingImage(option)
      return option === 'prompt' ? say.missingPrompt() : say.missing(option)
    case 'unknown':
      if (option === 'cursor') return say.noSuchPage()
      return problem.suggestion === undefined
        ? say.unknown(option)
        : say.unknownButNear(option, problem.suggestion)
    case 'too-long':
      return say.tooLong(option, problem.length, problem.limit)
    case 'control-characters':
      return say.controlCharacters(option)
    case 'not-a-person':
      return say.notAPerson(option)
    case 'not-a-time-zone':
      return say.notATimeZone(option)
    case 'not-a-month':
      return say.notAMonth(option)
    case 'not-a-number':
      return say.notANumber(option)
    case 'out-of-range':
      return say.outOfRange(option, problem.minimum, problem.maximum)
    case 'not-a-choice':
      return say.notAChoice(option, problem.choices)
    case 'illegal-size':
      return say.illegalSize(problem.reason, { ...sizeRules, names: Object.keys(namedSizes) })
    case 'not-a-size':
      return say.notASize(option, problem.shortest, problem.longest)
    case 'not-a-color':
      return say.notAColor(option, problem.names)
    case 'too-little-contrast':
      return say.tooLittleContrast(option, problem.ratio, problem.least)
    case 'inverted':
      return say.inverted()
    case 'too-many-bytes':
      return say.tooManyBytes(option, problem.bytes, problem.limit)
    case 'too-small':
      return say.tooSmall(option, problem.least)
    case 'not-a-resize':
      return say.notAResize(option, problem.most, problem.sets, problem.longest)
    case 'unterminated-quote':
      return say.unterminatedQuote(option)
    case 'repeated':
      return say.repeated(option)
    case 'illegal-combination':
      return say.illegalCombination(option, problem.with)
  }
}
