/** Says what is wrong with an option. */
import type { OptionProblem, SizeFault } from '#core/errors.ts'
import { namedSizes, sizeRules } from '#core/index.ts'
import type { Text } from '../platform.ts'
import { quoteTyped, renderChoices, renderNumber } from './words.ts'

const sizeForm = `${Object.keys(namedSizes).join(', ')}, or a width and height such as 1280x720`

const sizeFaults: Readonly<Record<SizeFault, string>> = {
  form: `A size is ${sizeForm}.`,
  multiple: `Width and height must be multiples of ${sizeRules.multiple}.`,
  edge: `No side may be longer than ${renderNumber(sizeRules.longestEdge)} pixels.`,
  ratio: `The long side may be at most ${sizeRules.ratio} times the short one.`,
  'too-few-pixels': `This size is too small: width times height must be at least ${renderNumber(sizeRules.fewestPixels)} pixels.`,
  'too-many-pixels': `This size is too large: width times height may be at most ${renderNumber(sizeRules.mostPixels)} pixels.`,
}

/** One or two sentences; what became of the credits is not among them. */
export function renderOptionProblem(option: string, problem: OptionProblem): Text {
  const name: Text = ['The ', { code: option }]
  switch (problem.kind) {
    case 'missing':
      if (option === 'image') return [...name, ' is missing: attach a picture.']
      return option === 'prompt'
        ? ['There is nothing to draw yet: write a ', { code: 'prompt' }, '.']
        : [...name, ' is missing.']
    case 'unknown':
      if (option === 'cursor') return ['There is no such page. Begin again with ', { code: '/history' }, '.']
      return problem.suggestion === undefined
        ? ['There is no option ', quoteTyped(option), ' here.']
        : ['There is no option ', quoteTyped(option), '. Did you mean ', { code: problem.suggestion }, '?']
    case 'too-long':
      return [
        ...name,
        ` is ${renderNumber(problem.length)} characters long; at most ${renderNumber(problem.limit)} fit.`,
      ]
    case 'control-characters':
      return [...name, ' holds invisible control characters. Take them out and ask again.']
    case 'not-a-person':
      return [...name, ' must be somebody here: type ', { code: '@' }, ' and choose them.']
    case 'not-a-time-zone':
      return [...name, ' must be a time zone such as ', { code: 'Europe/Berlin' }, '.']
    case 'not-a-month':
      return [...name, ' must be a month such as ', { code: '2026-11' }, '.']
    case 'not-a-number':
      return [...name, ' must be a whole number.']
    case 'out-of-range':
      return [...name, ` must be from ${renderNumber(problem.minimum)} to ${renderNumber(problem.maximum)}.`]
    case 'not-a-choice':
      return [...name, ` must be ${renderChoices(problem.choices)}.`]
    case 'illegal-size':
      return [sizeFaults[problem.reason]]
    case 'not-a-size':
      return [
        ...name,
        ' must be a width and a height such as ',
        { code: '1200x630' },
        `, each from ${renderNumber(problem.shortest)} to ${renderNumber(problem.longest)} pixels.`,
      ]
    case 'not-a-color':
      return [...name, ` must be ${renderChoices(problem.names)}, or such as `, { code: '#1f6feb' }, '.']
    case 'too-little-contrast':
      return [
        ...name,
        ` stands out too little: ${Math.floor(problem.ratio * 10) / 10} to 1, and cameras need ${problem.least} to 1. Take a darker `,
        { code: 'color' },
        ' or a lighter ',
        { code: 'background' },
        '.',
      ]
    case 'inverted':
      return [
        'Many cameras can’t read light on dark. The ',
        { code: 'color' },
        ' must be darker than the ',
        { code: 'background' },
        '.',
      ]
    case 'too-many-bytes':
      return [
        ...name,
        ` takes ${renderNumber(problem.bytes)} bytes; at most ${renderNumber(problem.limit)} fit. Shorten it, or link to it.`,
      ]
    case 'too-small':
      return [...name, ` is too small for all that’s in it: it takes ${renderNumber(problem.least)} pixels.`]
    case 'not-a-resize':
      return [
        ...name,
        ' must be such as ',
        ...['800x600', '800', 'x600', '50%'].flatMap((form, at) => [at === 0 ? '' : ', ', { code: form }]),
        `, up to ${renderNumber(problem.most)} of them with commas between, or ${renderChoices(problem.sets)}. `,
        `No side may be longer than ${renderNumber(problem.longest)} pixels.`,
      ]
    case 'unterminated-quote':
      return ['A quote is opened in ', { code: option }, ' but never closed.']
    case 'repeated':
      return [...name, ' is given more than once.']
    case 'illegal-combination':
      return [...name, ' cannot be combined with ', { code: problem.with }, '.']
  }
}
