/** What a person sees come of something they did. */

import type { Json } from './form.ts'
import { callbackType, hasExpired, type Interaction, isTooLate, type Modal } from './interaction.ts'
import { flag, type Message } from './message.ts'
import type { MessageView } from './message-view.ts'
import type { World } from './world.ts'

export interface InteractionHandle {
  readonly id: string
  /**
   * `waiting` for the first response; `thinking` after a deferral; `answered`; `failed` when the first
   * response did not come in time, or a deferral was never followed: "The application did not respond".
   */
  readonly state: 'waiting' | 'thinking' | 'answered' | 'failed'
  /** The first response's callback type. */
  readonly responseType: number | undefined
  /** When the first response came, by the stand-in's clock. */
  readonly acknowledgedAt: number | undefined
  /** The same in milliseconds of real time after the event was sent. */
  readonly acknowledgedAfter: number | undefined
  readonly deferred: boolean
  readonly ephemeral: boolean | undefined
  /** The response as it is now, or the message the button was on; undefined when there is none or it was deleted. */
  readonly message: MessageView | undefined
  /** Every look of that message since the action, in order; "thinking…" is none. */
  readonly revisions: readonly MessageView[]
  /** Follow-up messages as they are now, without deleted ones. */
  readonly followUps: readonly MessageView[]
  /** The response, unless it only updated the button's message, and the follow-ups. */
  readonly messages: readonly MessageView[]
  readonly modal: Modal | undefined
  readonly choices: readonly Json[] | undefined
  /** Resolves when it is answered or has failed. */
  settled(timeout?: number): Promise<InteractionHandle>
  /** Resolves once the predicate holds; looks again at every change. Rejects after 10 s of real time by default. */
  waitFor(predicate: (handle: InteractionHandle) => boolean, timeout?: number): Promise<InteractionHandle>
  /** From now on the first response is treated as later than three seconds. */
  makeLate(): void
  /** Sends the same event once more. */
  deliverAgain(): void
}

export function createHandle(world: World, interaction: Interaction, deliver: () => void): InteractionHandle {
  const handle: InteractionHandle = {
    id: interaction.id,
    get state() {
      const { response, original } = interaction
      if (!response) return isTooLate(world, interaction) ? 'failed' : 'waiting'
      const loading = original && !original.deleted && original.flags & flag.loading
      if (!loading) return 'answered'
      return hasExpired(world, interaction) ? 'failed' : 'thinking'
    },
    get responseType() {
      return interaction.response?.type
    },
    get acknowledgedAt() {
      return interaction.response?.at
    },
    get acknowledgedAfter() {
      return interaction.response?.after
    },
    get deferred() {
      const type = interaction.response?.type
      return type === callbackType.deferredMessage || type === callbackType.deferredUpdate
    },
    get ephemeral() {
      return interaction.response?.ephemeral
    },
    get message() {
      return view(interaction.original)
    },
    get revisions() {
      const { original, source, seenBefore } = interaction
      return original?.revisions.slice(original === source ? seenBefore : 0) ?? []
    },
    get followUps() {
      return interaction.followUps.flatMap((message) => view(message) ?? [])
    },
    get messages() {
      const { original, source } = interaction
      const own = original === source ? undefined : view(original)
      return [...(own ? [own] : []), ...handle.followUps]
    },
    get modal() {
      return interaction.modal
    },
    get choices() {
      return interaction.choices
    },
    settled: (timeout) => handle.waitFor(({ state }) => state === 'answered' || state === 'failed', timeout),
    async waitFor(predicate, timeout) {
      await world.waitFor(() => predicate(handle), `interaction ${interaction.id}`, timeout)
      return handle
    },
    makeLate() {
      interaction.late = true
      world.changed()
    },
    deliverAgain: deliver,
  }
  return handle
}

function view(message: Message | undefined): MessageView | undefined {
  return message?.deleted ? undefined : message?.revisions.at(-1)
}
