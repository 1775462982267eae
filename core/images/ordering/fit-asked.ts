/** Compares what is asked for with what the image model takes. */
import { cutText } from '#core/characters.ts'
import type { Asked } from '#core/images/asked.ts'
import { qualities } from '#core/images/charging/prices.ts'
import type { ModelAbilities } from '#core/images/model-abilities.ts'
import { findSizeFault, namedSizes, type Size } from '#core/images/sizes.ts'
import { longestPrompt } from '#core/images/tools.ts'
import { largestCount } from './read-asked.ts'
import { refuse } from './refuse.ts'

/** The sizes that every model takes. */
const standardSizes = ['square', 'landscape', 'portrait']

/** The names of the sizes that a model takes. */
export function listSizes({ sizes }: Pick<ModelAbilities, 'sizes'>): string[] {
  const names = Object.keys(namedSizes)
  return sizes === 'any' ? names : names.filter((name) => standardSizes.includes(name))
}

/** Throws `bad-option` with what the model takes instead. */
export function requireTaken({ background, size, count }: Asked, abilities: ModelAbilities): void {
  if (!abilities.backgrounds.includes(background)) {
    throw refuse('background', { kind: 'not-a-choice', choices: abilities.backgrounds })
  }
  if (!takesSize(size, abilities))
    throw refuse('size', { kind: 'not-a-choice', choices: listSizes(abilities) })
  if (count > abilities.count) {
    throw refuse('count', { kind: 'out-of-range', minimum: 1, maximum: abilities.count })
  }
}

/** The same, with what comes nearest in place of what is not offered, or the model does not take, (any more). */
export function fitAsked(asked: Asked, abilities: ModelAbilities): Asked {
  const { prompt, size, quality, count, background } = asked
  return {
    ...asked,
    prompt: cutText(prompt, longestPrompt, ''),
    size: takesSize(size, abilities) ? size : findNearestSize(size, abilities),
    quality: qualities.includes(quality) ? quality : 'standard',
    count: Math.min(Math.max(Math.trunc(count) || 1, 1), largestCount, abilities.count),
    background: abilities.backgrounds.includes(background) ? background : 'auto',
  }
}

function takesSize(size: Size, abilities: ModelAbilities): boolean {
  if (abilities.sizes === 'any') return findSizeFault(size) === undefined
  return listTaken(abilities).some(({ width, height }) => size.width === width && size.height === height)
}

const listTaken = (abilities: ModelAbilities) =>
  listSizes(abilities).flatMap((name) => namedSizes[name] ?? [])

/** The one whose shape is most alike. */
function findNearestSize(wanted: Size, abilities: ModelAbilities): Size {
  const differ = ({ width, height }: Size) =>
    Math.abs(Math.log(width / height) - Math.log(wanted.width / wanted.height))
  return listTaken(abilities).toSorted((one, other) => differ(one) - differ(other))[0] ?? wanted
}
