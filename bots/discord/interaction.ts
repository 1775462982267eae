/** Looks over what the gateway sends as an interaction, so that whoever works on it finds what the types promise. */
import { type APIInteraction, ComponentType, InteractionType } from 'discord-api-types/v10'
import { z } from 'zod'

/** Only what is used is looked at: docs.discord.com/developers/interactions/receiving-and-responding#interaction-object */
export const id = z.string().regex(/^\d{1,20}$/)
/** It becomes part of addresses, and must not lead anywhere else in them. */
export const token = z.string().regex(/^[\w-][\w.~+=-]{0,999}$/)
const user = z.looseObject({ id, username: z.string().optional(), global_name: z.string().optional() })
const common = {
  id,
  application_id: id,
  token,
  guild_id: id.optional(),
  channel: z.looseObject({ id, type: z.number().optional(), parent_id: id.nullish() }).optional(),
  member: z.looseObject({ user, permissions: z.string().regex(/^\d{1,40}$/) }).optional(),
  user: user.optional(),
  attachment_size_limit: z.number().optional(),
}
const option = z.looseObject({
  name: z.string(),
  type: z.number(),
  value: z.union([z.string(), z.number(), z.boolean()]).optional(),
})
const attachment = z.looseObject({ filename: z.string(), size: z.int().nonnegative(), url: z.string() })
const resolved = z.looseObject({
  attachments: z.record(z.string(), attachment).optional(),
  users: z.record(z.string(), user).optional(),
})
const input = z.looseObject({
  type: z.number().optional(),
  custom_id: z.string().optional(),
  value: z.unknown().optional(),
  /** What was chosen, where there are choices. */
  values: z.array(z.unknown()).optional(),
})
const part = z
  .looseObject({ type: z.number(), component: input.optional(), components: z.array(input).optional() })
  .refine(({ type, component }) => type !== ComponentType.Label || component)
  .refine(({ type, components }) => type !== ComponentType.ActionRow || components)

const known = z
  .discriminatedUnion('type', [
    z.looseObject({
      ...common,
      type: z.literal(InteractionType.ApplicationCommand),
      data: z.looseObject({
        type: z.number(),
        name: z.string(),
        options: z.array(option).optional(),
        resolved: resolved.optional(),
      }),
    }),
    z.looseObject({
      ...common,
      type: z.literal(InteractionType.ApplicationCommandAutocomplete),
      data: z.looseObject({ name: z.string(), options: z.array(option) }),
    }),
    z.looseObject({
      ...common,
      type: z.literal(InteractionType.MessageComponent),
      data: z.looseObject({ component_type: z.number(), custom_id: z.string() }),
      message: z.looseObject({ id, channel_id: id, flags: z.number().optional() }),
    }),
    z.looseObject({
      ...common,
      type: z.literal(InteractionType.ModalSubmit),
      data: z.looseObject({
        custom_id: z.string(),
        components: z.array(part),
        resolved: resolved.optional(),
      }),
    }),
  ])
  .refine(({ member, user }) => member ?? user)

/**
 * Fields that are null are as if they were not there. What the schema finds wrong names places and no values. Never
 * throws.
 */
export function readInteraction(
  given: object,
): { interaction: APIInteraction; unreadable?: undefined } | { interaction?: undefined; unreadable: Error } {
  const interaction = dropNulls(given, 0)
  try {
    requireInteraction(interaction)
    return { interaction }
  } catch (error) {
    return { unreadable: error instanceof Error ? error : new Error('It is no interaction') }
  }
}

function requireInteraction(value: unknown): asserts value is APIInteraction {
  known.parse(value)
}

/** Nothing that is used lies deeper than this. */
const deepest = 20

function dropNulls(value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (depth > deepest) return undefined
  if (Array.isArray(value)) {
    return value.filter((each) => each !== null).map((each) => dropNulls(each, depth + 1))
  }
  const kept = Object.entries(value).filter(([, each]) => each !== null)
  return Object.fromEntries(kept.map(([name, each]) => [name, dropNulls(each, depth + 1)]))
}
