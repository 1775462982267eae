/** The chat side without a platform: the real commands, dispatch and core on SQLite, and a model that draws at once. */

import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Button, Call, Form, Message, OwnMessage, Platform, Team } from '#bots/platform.ts'
import { findPress } from '#bots/press.ts'
import { createLedger } from '#core/credits/ledger.ts'
import { CoreError } from '#core/errors.ts'
import { createDiskHost } from '#core/hosting/disk-host.ts'
import type { ImageHost } from '#core/hosting/image-host.ts'
import type { ImageModel } from '#core/images/image-model.ts'
import { type ChatUser, type Core, type Rules, speak } from '#core/index.ts'
import type { Store } from '#core/store/store.ts'
import { pay } from '#tests/core/pay.ts'
import { createCounter, plainModel } from '#tests/core/rig.ts'
import { openSqliteStore } from '#tests/core/store/new-sqlite.ts'
import { createVirtualClock, type VirtualClock } from '#tests/crash/virtual-clock.ts'
import { silent } from '#tests/kept-log.ts'
import { createFolder } from '#tests/temporary-folder.ts'
import { bootBot } from './boot.ts'

const packs = [
  { name: 'starter', credits: 100, price: '$5' },
  { name: 'team', credits: 2_000, price: '$60' },
]

/** What a process has sent by messages of the bot's own, and posted in channels. */
export interface Chat {
  sent: { user: string; message: Message }[]
  posts: Map<string, Message>
  /** Channels where the bot may not post. */
  closed: Set<string>
}

export interface Answer {
  message?: Message
  form?: Form
}

/** A press or a command, by whom and where. */
export type Asked = Partial<Pick<Call, 'id' | 'options' | 'seal' | 'admin' | 'pressed'>> & {
  /** A team's id; absent in a direct message. */
  in?: string
}

export interface Rig {
  core: Core
  clock: VirtualClock
  chat: Chat
  /** What the model was asked for; `gate` makes drawings wait for it. */
  drawn: { prompt: string; quality: string; sources: number }[]
  /** What each drawing was drawn from; a picture of the rig's is the words it was drawn of, and its number among several. */
  drawnFrom: string[][]
  /** What people brought and was decoded. */
  decoded: string[]
  host: ImageHost
  /** The files of all hosted pictures. */
  listHosted(): string[]
  /** The store's. */
  file: string
  /** What is kept, read beside the running process. */
  inspect<Answer>(look: (store: Store) => Promise<Answer>): Promise<Answer>
  gate?: Promise<void> | undefined
  ask(who: string, command: string, asked?: Asked): Promise<Answer>
  /** Presses the button of that label. Of several labels, as in `2 › Upgrade · 30`, each is pressed on what the one before came to. */
  press(who: string, answer: Answer, label: string, asked?: Asked): Promise<Answer>
  /** Has an account from now on. */
  join(who: string): Promise<string>
  balance(who: string): Promise<number>
  /** Pays for a pack; resolves when the webhook is taken. */
  pay(who: string, pack: string): Promise<void>
  /** Ends this process and begins another on the same store; `meanwhile` credits come to an account. */
  restart(meanwhile?: { account: string; credits: number }): Promise<void>
  /** Another process beside this one, on the same store. */
  bootBeside(): Promise<Core>
  /** Resolves when so many messages of the bot's own were sent. */
  sent(count: number): Promise<void>
}

export const userOf = (who: string): ChatUser => ({ platform: 'discord', user: who, name: who })

export async function createRig(rules: Partial<Rules> = {}): Promise<Rig> {
  const folder = createFolder()
  const file = join(folder, 'store.sqlite')
  const clock = createVirtualClock()
  const chat: Chat = { sent: [], posts: new Map(), closed: new Set() }
  const drawn: Rig['drawn'] = []
  const drawnFrom: Rig['drawnFrom'] = []
  const decoded: string[] = []
  const publicUrl = 'https://bot.test'
  const host = createDiskHost({ folder: join(folder, 'pictures'), publicUrl })
  const waiting = new Set<() => void>()
  const cores: Core[] = []
  const counter = createCounter()
  let ids = 0

  const openTeam = (id: string): Team => ({
    id,
    findName: async () => `Team ${id}`,
    async post(channel, message) {
      if (chat.closed.has(channel)) throw new CoreError('cannot-post', {})
      const name = `${id}/${channel}/${ids++}`
      chat.posts.set(name, message)
      return name
    },
    link: (channel, message = '') => `https://chat.test/${id}/${channel}/${message}`,
  })

  async function retract({ channel, message }: OwnMessage): Promise<void> {
    if (chat.closed.has(channel)) throw new CoreError('cannot-post', {})
    chat.posts.delete(message)
  }

  const platform: Platform = {
    name: 'discord',
    start: async () => undefined,
    stop: async () => undefined,
    async send(_origin, { user }, message) {
      chat.sent.push({ user, message })
      for (const look of waiting) look()
    },
    post: ({ team, channel }, message) => openTeam(team).post(channel, message),
    async edit({ channel, message: name }, message) {
      if (chat.closed.has(channel)) throw new CoreError('cannot-post', {})
      if (chat.posts.has(name)) chat.posts.set(name, message)
    },
    retract,
  }
  /** Another platform of the same bot, on which nobody asks anything. */
  const beside: Platform = { ...platform, name: 'slack' }

  const model: ImageModel = {
    id: 'quick',
    async draw(...asked) {
      const [{ prompt, quality, sources }] = asked
      drawn.push({ prompt, quality, sources: sources.length })
      drawnFrom.push(sources.map((source) => new TextDecoder().decode(source)))
      await rig.gate
      const drawing = await plainModel.draw(...asked)
      return drawing.pictures.length > 1
        ? { ...drawing, pictures: drawing.pictures.map(numberText) }
        : drawing
    },
  }

  async function boot() {
    const { core, dispatch } = bootBot(
      {
        ...{ ...counter, clock, model, packs, publicUrl, log: silent },
        // As a test may have it fail by then.
        host: { ...host, put: (...given) => host.put(...given), remove: (...given) => host.remove(...given) },
        store: await openSqliteStore(file),
        prepare: async (bytes, origin) => {
          if (origin === 'brought') decoded.push(new TextDecoder().decode(bytes))
          if (new TextDecoder().decode(bytes) === 'garbled') {
            throw new CoreError(origin === 'drawn' ? 'picture-unreadable' : 'attachment-unreadable', {})
          }
          return { bytes, mime: 'image/png', width: 1, height: 1 }
        },
      },
      { welcomeCredits: 1_000, ...rules },
      () => platform,
      () => [beside],
    )
    cores.push(core)
    await core.start()
    return { core, dispatch }
  }

  async function end(core: Core): Promise<void> {
    cores.splice(cores.indexOf(core), 1)
    await core.stop(0)
    await core.close()
  }

  async function credit(account: string, amount: number): Promise<void> {
    const store = await openSqliteStore(file)
    const order = { key: `purchase:${ids++}`, kind: 'purchase', amount, reference: 'order' } as const
    await createLedger(store.ledger, clock).append({ ...order, wallet: account })
    await store.close()
  }

  let running = await boot()
  onTestFinished(async () => {
    for (const core of [...cores]) await end(core)
  })

  const rig: Rig = {
    clock,
    chat,
    drawn,
    drawnFrom,
    decoded,
    host,
    file,
    listHosted: () => {
      const pictures = join(folder, 'pictures')
      return existsSync(pictures) ? readdirSync(pictures).filter((name) => name.includes('.')) : []
    },
    async inspect(look) {
      const store = await openSqliteStore(file)
      return await look(store).finally(store.close)
    },
    get core() {
      return running.core
    },
    async ask(who, command, asked = {}) {
      const { in: team, ...rest } = asked
      const answer: Answer = {}
      const form = await running.dispatch({
        id: `discord:${ids++}`,
        command,
        options: {},
        user: userOf(who),
        origin: {
          platform: 'discord',
          locale: 'de',
          ...(team !== undefined && { team }),
          address: { user: who },
        },
        words: speak(undefined),
        roomWords: speak(undefined),
        admin: false,
        ...(team !== undefined && { team: openTeam(team) }),
        retract,
        ...rest,
        reply: {
          progress: () => undefined,
          finish: async (message) => void Object.assign(answer, { message }),
        },
      })
      return form ? { form } : answer
    },
    async press(who, answer, label, asked) {
      let last = answer
      for (const each of label.split(' › ')) {
        const button = requireButton(last.message, each)
        last = await rig.ask(who, button.command, { ...findPress(button), ...asked })
      }
      return last
    },
    join: async (who) => (await running.core.accounts.openAccount(userOf(who))).id,
    balance: async (who) =>
      await running.core.credits.findBalance((await running.core.accounts.requireAccount(userOf(who))).id),
    async pay(who, pack) {
      const { purchases, accounts } = running.core
      const account = await accounts.requireAccount(userOf(who))
      await pay(running.core, await purchases.openCheckout(account, pack, 'x'))
    },
    async restart(meanwhile) {
      await end(running.core)
      if (meanwhile) await credit(meanwhile.account, meanwhile.credits)
      running = await boot()
    },
    bootBeside: async () => (await boot()).core,
    sent: (count) =>
      new Promise((resolve) => {
        const look = () => {
          if (chat.sent.length < count) return
          waiting.delete(look)
          resolve()
        }
        waiting.add(look)
        look()
      }),
  }
  return rig
}

const numberText = (text: Uint8Array, index: number) =>
  new TextEncoder().encode(`${new TextDecoder().decode(text)} ${index + 1}`)

/** All buttons of a message that are pressed, from top to bottom. */
export function listButtons(message: Message | undefined) {
  const buttons = (message?.blocks ?? []).flatMap((block): readonly Button[] =>
    block.kind === 'buttons' ? block.buttons : [],
  )
  return buttons.filter((button) => 'command' in button)
}

function requireButton(message: Message | undefined, label: string) {
  const button = listButtons(message).find((each) => each.label === label)
  if (!button) throw new Error(`No button ${label} among ${listButtons(message).map((each) => each.label)}`)
  return button
}

/** The id of the picture that a message shows. */
export function findId(message: Message | undefined): string {
  const facts = (message?.blocks ?? []).flatMap((block) => (block.kind === 'facts' ? block.facts : []))
  return facts.find(({ label }) => label.toLowerCase() === 'id')?.value ?? ''
}
