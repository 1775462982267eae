/** Discord as a chat platform. */
import { InteractionType } from 'discord-api-types/v10'
import { createAdmit } from '../admit.ts'
import type { Platform } from '../platform.ts'
import { createPrecedence } from '../precedence.ts'
import { traceFault } from '../trace-fault.ts'
import { createAnswerer } from './answer.ts'
import { createApi } from './api.ts'
import { createConnection } from './connection.ts'
import { createDoor } from './door.ts'
import { readShards } from './gateway/shards.ts'
import { readInteraction } from './interaction.ts'
import { type DiscordOptions, usualProgressEvery } from './options.ts'
import { createRecall } from './recall.ts'
import { type CallInteraction, isCall, listEntitlements } from './receive.ts'
import { refuseUnreadable } from './refuse-unreadable.ts'
import { keepRegistered } from './register.ts'
import { createSend } from './send.ts'
import { createSuggester } from './suggest.ts'
import { createTeam, edit, retract } from './team.ts'
import { welcome } from './welcome.ts'

export interface DiscordPlatform extends Platform {
  name: 'discord'
  /** Ends what `stop` left for the calls under way. */
  close(): void
}

export function createDiscord(options: DiscordOptions): DiscordPlatform {
  const { commands, pictures, uploads, greet, onEntitlement = () => undefined, clock, log } = options
  const api = createApi(options)
  const render = { pictures, uploads }
  const answerer = createAnswerer({
    ...options,
    api,
    render,
    precedence: options.precedence ?? createPrecedence(clock),
    progressEvery: options.progressEvery ?? usualProgressEvery,
  })
  const { hasAnswered, isClosed } = answerer
  const send = createSend({ api, render, hasAnswered, isClosed, clock, log })
  const door = createDoor({ admit: options.admit ?? createAdmit({ clock, log }), api, render })
  const suggest = createSuggester({ ...options, api })
  const connection = createConnection({
    ...options,
    api,
    shards: readShards(options.shards ?? 'auto'),
    startDeadline: options.startDeadline ?? 60_000,
    onInteraction,
    onEntitlement(event, entitlement) {
      if (!isStopped) onEntitlement(event, entitlement)
    },
    onConnected() {
      // Discord is back, so that it may take the list of commands too.
      registration.hurry()
      options.onConnected?.()
    },
  })
  const registration = keepRegistered({ api, commands, clock, log })
  /** Calls that have not been dispatched yet. */
  const arriving = new Set<Promise<void>>()
  let isStopped = false

  function onInteraction(given: object): void {
    if (isStopped) return
    // Whoever asks may have bought something whose event never came.
    for (const entitlement of listEntitlements(given)) onEntitlement('INTERACTION_CREATE', entitlement)
    const { interaction, unreadable } = readInteraction(given)
    if (unreadable) {
      log.warn({ fault: traceFault(unreadable) }, 'A call from Discord cannot be read')
      void refuseUnreadable(given, { api, render, log })
    } else if (interaction.type === InteractionType.ApplicationCommandAutocomplete) void suggest(interaction)
    else if (isCall(interaction)) take(interaction)
    else log.debug({ type: interaction.type }, 'An event of an unknown kind came')
  }

  function take(interaction: CallInteraction): void {
    const admitted = door.enter(interaction)
    if (!admitted) return
    const arrival = answerer.answer(interaction, admitted).finally(() => arriving.delete(arrival))
    arriving.add(arrival)
    if (greet) void welcome(interaction, arrival, greet)
  }

  return {
    name: 'discord',
    async start() {
      await Promise.all([registration.start(), connection.start()])
    },
    trouble: connection.trouble,
    findInstallLink: registration.findInstallLink,
    recallLocale: door.recallLocale,
    async stop() {
      isStopped = true
      registration.stop()
      api.hurry(options.shutdown ?? 10_000)
      await connection.close()
      await Promise.all(arriving)
    },
    close: api.close,
    send,
    recall: createRecall({ ...options, api, render, send }),
    post: ({ team, channel }, message) => createTeam(team, api, render).post(channel, message),
    edit: (post, message) => edit(api, post, message, render),
    link: ({ team, channel }) => createTeam(team, api, render).link(channel),
    findLink: async ({ team, channel, message }) => createTeam(team, api, render).link(channel, message),
    retract: (post) => retract(api, post),
  }
}
