/** Reads what an order asks for, or says what is wrong with it. */
import type { Asked, Background, Quality } from '#core/images/asked.ts'
import { findPrice, type Prices, qualities } from '#core/images/charging/prices.ts'
import { isPreset } from '#core/images/presets/presets.ts'
import { readSize } from '#core/images/sizes.ts'
import { longestPrompt } from '#core/images/tools.ts'
import type { ImageOrder } from './order.ts'
import { readPreset } from './read-preset.ts'
import { refuse } from './refuse.ts'

/** The most pictures one request may ask for. */
export const largestCount = 4

export const backgrounds = ['auto', 'opaque', 'transparent'] as const

const usual: Omit<Asked, 'prompt'> = {
  tool: 'imagine',
  size: readSize('square'),
  quality: 'standard',
  count: 1,
  background: 'auto',
  sources: [],
}

/** Throws `bad-option` for what is given; what an earlier picture was asked for as is not checked again. */
export function readAsked(order: ImageOrder): Asked {
  const { like, fields, tool = like?.tool ?? 'imagine' } = order
  if (fields && isPreset(tool)) {
    return readPreset(tool, fields, {
      ...{ sources: order.sources ?? like?.sources ?? [], like, model: order.model },
    })
  }
  const { prompt, size, quality, count, background, sources, model } = order
  return {
    ...usual,
    ...(like && (prompt !== undefined || tool !== like.tool) ? withoutPreset(like) : like),
    ...(order.tool && { tool }),
    prompt: prompt === undefined && like ? like.prompt : readPrompt(prompt ?? ''),
    ...(quality !== undefined && { quality: readQuality(quality) }),
    ...(background !== undefined && { background: readBackground(background) }),
    ...(count !== undefined && { count: readCount(count) }),
    ...(size !== undefined && { size: readSize(size) }),
    ...(sources && { sources }),
    ...(model !== undefined && { model }),
  }
}

/** The price of what an order with these options asks for; throws as `readAsked`. */
export const priceOrder = (
  prices: Prices,
  { size, quality, count }: Pick<ImageOrder, 'size' | 'quality' | 'count'>,
): number =>
  findPrice(prices, {
    quality: quality ?? usual.quality,
    size: size === undefined ? usual.size : readSize(size),
    count: count ?? usual.count,
  })

/** A preset's picture that is asked for in other words is one like any. */
function withoutPreset({ fields: _, ...like }: Asked): Asked {
  return { ...like, tool: isPreset(like.tool) ? 'imagine' : like.tool }
}

function readPrompt(prompt: string): string {
  if (prompt.trim() === '') throw refuse('prompt', { kind: 'missing' })
  if (prompt.length > longestPrompt) {
    throw refuse('prompt', { kind: 'too-long', length: prompt.length, limit: longestPrompt })
  }
  return prompt
}

function readQuality(quality: Quality): Quality {
  if (!qualities.includes(quality)) throw refuse('quality', { kind: 'not-a-choice', choices: qualities })
  return quality
}

function readBackground(background: Background): Background {
  if (!backgrounds.includes(background)) {
    throw refuse('background', { kind: 'not-a-choice', choices: backgrounds })
  }
  return background
}

function readCount(count: number): number {
  if (!Number.isInteger(count) || count < 1 || count > largestCount) {
    throw refuse('count', { kind: 'out-of-range', minimum: 1, maximum: largestCount })
  }
  return count
}
