/** What is asked for where one picture that somebody sees is worked on: one more, from that picture and no other. */
import type { Generation } from '#core/images/generation.ts'
import { nameResults } from '#core/images/sources/source-names.ts'
import type { ToolName } from '#core/images/tools.ts'

type OneTool = Extract<ToolName, 'upgrade' | 'change' | 'vary-subtle' | 'vary-strong'>

interface OneAsked {
  tool: OneTool
  count: 1
  sources: readonly string[]
  quality?: 'premium'
}

/** Besides what it was asked for as. `seen` has one picture. */
export function askOfOne(tool: OneTool, seen: Pick<Generation, 'id' | 'pictures' | 'pictureKeys'>): OneAsked {
  return { tool, count: 1, sources: nameResults(seen), ...(tool === 'upgrade' && { quality: 'premium' }) }
}
