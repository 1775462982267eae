/** What a person asked for, as it is kept: pictures are drawn from it, found by it, and drawn again from it. */
import { createHash } from 'node:crypto'
import type { Fields } from './presets/preset.ts'
import type { Size } from './sizes.ts'
import { type ToolName, tools } from './tools.ts'

export type Quality = 'draft' | 'standard' | 'premium'
export type Background = 'auto' | 'opaque' | 'transparent'

/** Equal ones of one account, by one model, are the same pictures. */
export interface Asked {
  tool: ToolName
  /** As typed, 1 to 32,000 characters. */
  prompt: string
  size: Size
  quality: Quality
  /** 1 to 4 pictures. */
  count: number
  background: Background
  /** What it is drawn from, as `source-names.ts` reads it; empty when drawing from words alone. */
  sources: readonly string[]
  /** Of a preset: what was filled in; its words are those of the prompt. */
  fields?: Fields
  /** The image model that was chosen, by its id; whichever is the first where none was. */
  model?: string
}

/** How it is stored and exported. */
export type Spec = Omit<Asked, 'tool' | 'size'> & Size & { tool?: ToolName }

export function renderSpec({ tool, size, ...asked }: Asked): Spec {
  return { ...asked, ...size, ...(tool !== 'imagine' && { tool }) }
}

export function readSpec({ tool = 'imagine', width, height, ...asked }: Spec): Asked {
  return { tool, size: { width, height }, ...asked }
}

/** Earlier programs wrote what Vary adds to the words into the prompt itself: so it is stored and digested. */
export function writeVariation(asked: Asked): Asked {
  if (asked.tool !== 'variation') return asked
  return { ...asked, tool: 'imagine', prompt: tools.variation.instruct(asked.prompt) }
}

/** What a stored one was asked for as: the words that its person wrote. */
export function readVariation(stored: Asked): Asked {
  const words = tools.variation.instruct('')
  const { tool, prompt, sources } = stored
  const isVariation = tool === 'imagine' && prompt.startsWith(words) && prompt.length > words.length
  // Nobody but that button drew from results alone.
  if (!isVariation || sources.length === 0 || !sources.every((source) => source.startsWith('result:')))
    return stored
  return { ...stored, tool: 'variation', prompt: prompt.slice(words.length) }
}

/**
 * What each part adds to the digest, in the order in which parts came to be. Digests are stored: what a later part adds
 * must be nothing where it is as it was before there was a choice.
 */
const digested: { readonly [Part in keyof Asked]-?: (asked: Asked) => readonly unknown[] } = {
  prompt: ({ prompt }) => [prompt],
  size: ({ size }) => [size.width, size.height],
  quality: ({ quality }) => [quality],
  count: ({ count }) => [count],
  background: ({ background }) => [background],
  sources: ({ sources }) => [sources],
  tool: ({ tool }) => (tool === 'imagine' ? [] : [{ tool }]),
  fields: ({ fields }) => (fields ? [{ fields: Object.entries(fields).sort() }] : []),
  // The one that draws is what a digest begins with, chosen or not.
  model: () => [],
}

/** Equal for the same model and the same asked for, and for nothing else: what makes a repeat free. */
export function digestAsked(model: string, asked: Asked): string {
  const stored = writeVariation(asked)
  const parts = Object.values(digested).flatMap((read) => read(stored))
  return createHash('sha256')
    .update(JSON.stringify([model, ...parts]))
    .digest('base64url')
}
