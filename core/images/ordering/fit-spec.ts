/** Compares what is asked for with what the image model takes. */
import { CoreError, type OptionProblem } from '#core/errors.ts'
import type { ImageSpec } from '#core/images/generation.ts'
import type { ModelAbilities } from '#core/images/model-abilities.ts'
import { namedSizes, type Size } from '#core/images/sizes.ts'

/** The sizes that every model takes. */
const standardSizes = ['square', 'landscape', 'portrait']

/** The names of the sizes that a model takes. */
export function listSizes({ sizes }: Pick<ModelAbilities, 'sizes'>): string[] {
  const names = Object.keys(namedSizes)
  return sizes === 'any' ? names : names.filter((name) => standardSizes.includes(name))
}

/** Throws `bad-option` with what the model takes instead. */
export function requireTaken(spec: ImageSpec, abilities: ModelAbilities): void {
  if (!abilities.backgrounds.includes(spec.background)) {
    throw refuse('background', { kind: 'not-a-choice', choices: abilities.backgrounds })
  }
  if (!takesSize(spec, abilities))
    throw refuse('size', { kind: 'not-a-choice', choices: listSizes(abilities) })
}

/** The same, with what comes nearest in place of what the model does not take. */
export function fitSpec(spec: ImageSpec, abilities: ModelAbilities): ImageSpec {
  return {
    ...spec,
    ...(!takesSize(spec, abilities) && findNearestSize(spec, abilities)),
    ...(!abilities.backgrounds.includes(spec.background) && { background: 'auto' as const }),
  }
}

function takesSize({ width, height }: Size, abilities: ModelAbilities): boolean {
  return (
    abilities.sizes === 'any' ||
    listTaken(abilities).some((size) => size.width === width && size.height === height)
  )
}

const listTaken = (abilities: ModelAbilities) =>
  listSizes(abilities).flatMap((name) => namedSizes[name] ?? [])

/** The one whose shape is most alike. */
function findNearestSize(wanted: Size, abilities: ModelAbilities): Size | undefined {
  const differ = ({ width, height }: Size) =>
    Math.abs(Math.log(width / height) - Math.log(wanted.width / wanted.height))
  return listTaken(abilities).toSorted((one, other) => differ(one) - differ(other))[0]
}

function refuse(option: string, problem: OptionProblem) {
  return new CoreError('bad-option', { option, problem })
}
