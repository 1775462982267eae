/** What a button or a form carries, in what Slack keeps for it; a form also where it was opened, sealed. */
import { z } from 'zod'
import type { Seals } from '#core/index.ts'
import { readOldPress } from '../old-press.ts'
import type { Press } from '../platform.ts'
import { escapePress, longestEscaped, packPress, unescapeSigns, unpackPress } from '../press.ts'
import type { Hook, Location } from './location.ts'
import { readObject } from './read-object.ts'

/** `index` keeps apart the buttons of one block. Undefined when it would be too long. */
export function renderAction(press: Press, index: number): { action_id: string; value: string } | undefined {
  const value = escapePress(press)
  return value.length <= longestEscaped ? { action_id: `press:${index}:${press.command}`, value } : undefined
}

/** Undefined for what needs no answer, such as a button that opens a page. */
export function readAction({
  action_id = '',
  value = '',
}: {
  action_id?: string
  value?: string
}): Press | undefined {
  if (action_id.startsWith('press:')) return unpackPress(unescapeSigns(value))
  const [, command] = /^call:\d+:([a-z][a-z-]*)$/.exec(action_id) ?? []
  return command === undefined ? undefined : readOldPress(command, value)
}

/** What a form keeps between opening and sending. */
const carried = z.object({
  press: z.string().optional(),
  // Earlier versions kept a command and one string.
  command: z.string().optional(),
  id: z.string().optional(),
  channel: z.string(),
  direct: z.boolean(),
  thread: z.string().optional(),
  // Without it the answer finds another way.
  hook: z.object({ url: z.string(), at: z.number() }).optional().catch(undefined),
  seal: z.string().optional().catch(undefined),
})

/** What a form says of where it was opened, and the seal by which that is believed. */
export interface Claim {
  parts: readonly string[]
  seal: string | undefined
}

export interface Carried extends Pick<Location, 'channel' | 'direct' | 'thread'> {
  press: Press
  hook?: Hook | undefined
  claim: Claim
}

/** The form's `private_metadata`. */
export async function carry(
  seals: Seals,
  press: Press,
  { location, hook }: { location: Location; hook?: Hook },
): Promise<string> {
  const { channel, direct, thread, person } = location
  const seal = await seals.seal(purpose, person, ...listParts(location))
  return JSON.stringify({ press: packPress(press), channel, direct, thread, hook, seal })
}

/** Undefined for what no version of the bot can have made. */
export function readCarried(metadata: string): Carried | undefined {
  const { success, data } = carried.safeParse(readObject(metadata))
  if (!success) return undefined
  const { press, command, id = '', channel, direct, thread, hook, seal } = data
  const location = { channel, direct, ...(thread !== undefined && { thread }) }
  const claim = { parts: listParts(location), seal }
  if (press !== undefined) return { press: unpackPress(press), ...location, hook, claim }
  return command === undefined ? undefined : { press: readOldPress(command, id), ...location, hook, claim }
}

/** Whether this program has said it, to that person. */
export const isOurs = (seals: Seals, person: string, { parts, seal }: Claim): Promise<boolean> =>
  seals.isSealed(seal, purpose, person, ...parts)

const purpose = 'slack-form'

/**
 * The location alone is sealed of a form. What the command may touch the store says, and the hook is its own proof: nobody else
 * knows it.
 */
const listParts = ({ channel, direct, thread = '' }: Pick<Location, 'channel' | 'direct' | 'thread'>) => [
  channel,
  String(direct),
  thread,
]
