/** An interaction: a person's action, the bot's first response to it, and the messages that follow. */
import type { Json } from './form.ts'
import type { Message } from './message.ts'
import type { Channel, User, World } from './world.ts'

/** docs.discord.com/developers/interactions/receiving-and-responding#interaction-object-interaction-type */
export const interactionType = { command: 2, component: 3, autocomplete: 4, modal: 5 } as const
export type InteractionType = (typeof interactionType)[keyof typeof interactionType]

/** docs.discord.com/developers/interactions/receiving-and-responding#interaction-response-object-interaction-callback-type */
export const callbackType = {
  message: 4,
  deferredMessage: 5,
  deferredUpdate: 6,
  update: 7,
  choices: 8,
  modal: 9,
} as const

/** Within this the first response must come. */
export const responseWindow = 3_000
/** How long a token lives. */
export const tokenLife = 15 * 60 * 1000

export interface Modal {
  interaction: Interaction
  customId: string
  title: string
  /** As sent. */
  components: Json[]
}

export interface Interaction {
  id: string
  token: string
  type: InteractionType
  user: User
  channel: Channel
  /** By which installation it came: guild `0`, user `1`. */
  owners: Record<string, string>
  /** The command's name; of a modal's submission, that of the command that opened it. */
  command?: string
  /** The message whose component was used, also of the modal that opened. */
  source?: Message
  /** What opened the modal that was submitted. */
  parent?: Interaction
  createdAt: number
  /** Real time, in milliseconds of `performance.now()`. */
  deliveredAt: number
  /** Treated as later than three seconds from now on. */
  late: boolean
  response?: { type: number; at: number; after: number; ephemeral: boolean }
  /** What `@original` names: the response, or the message a component was on. */
  original?: Message
  /** How many looks the original had before. */
  seenBefore: number
  followUps: Message[]
  modal?: Modal
  choices?: Json[]
}

export function addInteraction(
  world: World,
  given: Pick<Interaction, 'type' | 'user' | 'channel' | 'owners'> &
    Partial<Pick<Interaction, 'command' | 'source' | 'parent'>>,
): Interaction {
  const interaction: Interaction = {
    ...given,
    id: world.nextId(),
    token: Buffer.from(`interaction:${crypto.randomUUID()}:${crypto.randomUUID()}`).toString('base64url'),
    createdAt: world.clock.now(),
    deliveredAt: performance.now(),
    late: false,
    seenBefore: given.source?.revisions.length ?? 0,
    followUps: [],
  }
  world.interactions.set(interaction.id, interaction)
  world.interactionTokens.set(interaction.token, interaction)
  return interaction
}

export function isTooLate(world: World, interaction: Interaction): boolean {
  return interaction.late || world.clock.now() - interaction.createdAt > responseWindow
}

export function hasExpired(world: World, interaction: Interaction): boolean {
  return world.clock.now() - interaction.createdAt > tokenLife
}

/** Came only through the person's own installation; then five follow-ups are all. */
export function isUserInstallOnly(interaction: Interaction): boolean {
  return !('0' in interaction.owners)
}
