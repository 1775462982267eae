/** What a person asked for, as it is kept: pictures are drawn from it, found by it, and drawn again from it. */
import { createHash } from 'node:crypto'
import type { Size } from './sizes.ts'
import type { ToolName } from './tools.ts'

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
}

/** How it is stored and exported. */
export type Spec = Omit<Asked, 'tool' | 'size'> & Size & { tool?: ToolName }

export function renderSpec({ tool, size, ...asked }: Asked): Spec {
  return { ...asked, ...size, ...(tool !== 'imagine' && { tool }) }
}

export function readSpec({ tool = 'imagine', width, height, ...asked }: Spec): Asked {
  return { tool, size: { width, height }, ...asked }
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
}

/** Equal for the same model and the same asked for, and for nothing else: what makes a repeat free. */
export function digestAsked(model: string, asked: Asked): string {
  const parts = Object.values(digested).flatMap((read) => read(asked))
  return createHash('sha256')
    .update(JSON.stringify([model, ...parts]))
    .digest('base64url')
}
