/** Tools as a history is narrowed by them: those that do one thing in several ways are of one kind. */
import type { ToolName } from '#core/images/tools.ts'

/** At most eight letters each: a cursor says it, in a button's id. */
const kinds = {
  imagine: 'imagine',
  'vary-subtle': 'vary',
  'vary-strong': 'vary',
  variation: 'vary',
  upgrade: 'upgrade',
  og: 'og',
  logo: 'logo',
  banner: 'banner',
  avatar: 'avatar',
  emoji: 'emoji',
  change: 'change',
} as const satisfies Readonly<Record<ToolName, string>>

export type ToolKind = (typeof kinds)[ToolName]

export const toolKinds: readonly ToolKind[] = [...new Set(Object.values(kinds))]

const names = Object.keys(kinds) as ToolName[]

export const kindOf = (tool: ToolName): ToolKind => kinds[tool]

export const listTools = (kind: ToolKind): ToolName[] => names.filter((name) => kinds[name] === kind)
