/** Chat on a real core, with the web beside it, in which somebody asks as whoever they are, and all is told that came of it. */
import { commands } from '#bots/commands/index.ts'
import { createDispatch } from '#bots/dispatch.ts'
import { createRunHeld } from '#bots/held-call.ts'
import { renderGalleryPost } from '#bots/messages/sharing.ts'
import { renderTeamNote } from '#bots/messages/team-note.ts'
import type { Call, Form, Message, Platform, Press } from '#bots/platform.ts'
import { CoreError } from '#core/errors.ts'
import { type HeldCall, speak, usualPrices } from '#core/index.ts'
import { createRig } from '#tests/web/rig.ts'
import { listButtons } from '../rig.ts'
import type { Person } from './attackers.ts'
import { countWrites } from './breaches.ts'
import { settle } from './settle.ts'

export interface Asked {
  command: string
  options?: Call['options']
  seal?: string
  /** By which its platform can make it again. */
  kept?: Call['kept']
}

/** What somebody is shown by a call. */
export interface Shown {
  message?: Message | undefined
  form?: Form | undefined
  progress: Message[]
  /** What was said or taken away elsewhere meanwhile. */
  told: unknown[]
}

export type Ask = (person: Person, asked: Asked) => Promise<Shown>

/** The people of a team with all it can have. */
export type World = Awaited<ReturnType<typeof createWorld>>

export async function createWorld() {
  const told: unknown[] = []
  const tell = async (...said: unknown[]) => void told.push(said)
  /** Of all that was shown until the world is as it is. */
  const presses: Press[] = []
  const collect = ({ message, form }: { message?: Message; form?: Form | undefined }) => {
    const buttons = listButtons(message)
    const others = buttons.flatMap(({ otherwise }) => otherwise ?? [])
    presses.push(...buttons, ...others, ...(form ? [form, ...(form.again ? [form.again] : [])] : []))
  }
  const held = Promise.withResolvers<void>()
  const writes = { count: 0 }
  const rig = await createRig({
    rules: { runningPerAccount: 1, welcomeCredits: 1_000 },
    beforeDrawing(prompt) {
      if (!prompt.includes('held')) return Promise.resolve()
      held.resolve()
      return new Promise<void>(() => undefined)
    },
    watch: (store) => countWrites(store, writes),
    outbound: {
      ...{ deliver: tell, changeTold: tell, tellAsker: tell },
      async tellTeam(place, note) {
        if (note.kind !== 'greeting') collect({ message: renderTeamNote(speak('en'), note, () => undefined) })
        return `${told.push([place, note])}`
      },
      async postShared(place, show) {
        collect({ message: renderGalleryPost(speak(undefined), show, usualPrices) })
        return `${told.push([place, show])}`
      },
    },
  })
  const { core, log, clock } = rig
  const dispatch = createDispatch({ commands, core, log, now: clock.now, send: tell, retract: tell })
  let calls = 0

  const ask: Ask = async ({ user, team, admin = false }, { command, options = {}, seal, kept }) => {
    const { platform } = user
    const shown: Shown = { progress: [], told: [] }
    const before = told.length
    const channel = team === undefined ? `D${user.user}` : 'C1'
    const form = await dispatch({
      ...{ id: `${platform}:${calls++}`, command, options, user, admin, retract: tell },
      ...(seal !== undefined && { seal }),
      ...(kept && { kept }),
      origin: { platform, ...(team !== undefined && { team, channel }), address: { user: user.user } },
      ...(team !== undefined && { team: openTeam(team) }),
      words: speak(undefined),
      roomWords: speak(undefined),
      thread: { platform, team: team ?? 'D', channel, thread: 't1' },
      pressed: { channel, message: 'M1' },
      reply: {
        progress(message) {
          collect({ message })
          shown.progress.push(message)
        },
        async finish(message) {
          collect({ message })
          shown.message = message
        },
      },
    })
    collect({ form })
    return { ...shown, form, told: told.slice(before) }
  }

  const openTeam = (id: string) => ({
    id,
    findName: async () => (id === 'G1' ? 'Canary-guild' : `Place ${id}`),
    async post(channel: string, message: Message) {
      if (channel.includes('canary') && id !== 'G1') throw new CoreError('cannot-post', {})
      collect({ message })
      return `${told.push(['post', id, channel, message])}`
    },
  })

  /** Asked while they are linked nowhere, and run once they are, as they are told then; afterwards they are not any more. */
  const askBefore: Ask = async (person, asked) => {
    const { user } = person
    const before = told.length
    const shown = await ask(person, { ...asked, kept: {} })
    await core.accounts.openAccount(user)
    const platform: Platform = {
      ...{ name: user.platform, start: async () => undefined, stop: async () => undefined, send: tell },
      recall: async ({ team }) => ({
        ...(team !== undefined && { team: openTeam(team) }),
        ...{ reply: { progress: tell, finish: tell }, retract: tell, attachments: {} },
      }),
    }
    const runHeld = createRunHeld({ core, log, dispatch, platforms: [platform] })
    for (const { key, body } of await rig.store.records.listRecords('held-call', undefined, clock.now())) {
      await runHeld(body as unknown as HeldCall)
      await rig.store.records.removeRecord('held-call', key)
    }
    await core.links.unlink(user)
    return { ...shown, told: told.slice(before) }
  }

  const settled = await settle(rig, ask, held.promise)
  return { rig, ask, askBefore, writes, ...settled, presses: [...presses] }
}
