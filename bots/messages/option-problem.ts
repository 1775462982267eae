/** Says what is wrong with an option. */
import type { OptionProblem } from '#core/errors.ts'
import { namedSizes, sizeRules, type Text, type Words } from '#core/index.ts'
import { findNamed, nameOption, nameValue } from '../named.ts'
import type { Option } from '../option.ts'
import { cut } from './words.ts'

/** One or two sentences; what became of the credits is not among them. */
export function renderOptionProblem(
  words: Words,
  { typed, defined }: { typed: string; defined: Option | undefined },
  problem: OptionProblem,
): Text {
  const { optionProblem: say } = words
  const option = cut(nameOption(words, typed), 40)
  switch (problem.kind) {
    case 'missing':
      if (typed === 'image') return say.missingImage(option)
      return typed === 'prompt' ? say.missingPrompt() : say.missing(option)
    case 'unknown':
      if (typed === 'cursor') return say.noSuchPage()
      return problem.suggestion === undefined
        ? say.unknown(cut(typed, 40))
        : say.unknownButNear(cut(typed, 40), nameOption(words, problem.suggestion))
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
      return say.notAChoice(
        option,
        problem.choices.map((value) => nameValue(words, defined, value)),
      )
    case 'illegal-size':
      return say.illegalSize(problem.reason, {
        ...sizeRules,
        names: Object.keys(namedSizes).map((name) => findNamed<string>(words.sizes, name) ?? name),
      })
    case 'not-a-size':
      return say.notASize(option, problem.shortest, problem.longest)
    case 'not-a-color':
      return say.notAColor(
        option,
        problem.names.map((name) => findNamed<string>(words.colors, name) ?? name),
      )
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
      return say.illegalCombination(option, nameOption(words, problem.with))
  }
}
