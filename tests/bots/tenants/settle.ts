/** What a team has, all that its people were shown, and who is not of it any more. */
import type { Call } from '#bots/platform.ts'
import { createLedger } from '#core/credits/ledger.ts'
import { payerOfTeam } from '#core/credits/wallet.ts'
import type { TeamName } from '#core/index.ts'
import { type Browser, signIn } from '#tests/web/browser.ts'
import { findAccountOf, link } from '#tests/web/people.ts'
import type { Rig } from '#tests/web/rig.ts'
import { findId, listButtons } from '../rig.ts'
import { accounts, ann, ben, cyd, former, greta, type Person, unsigned } from './attackers.ts'
import type { Ask, Shown } from './world.ts'

type Does = (person: Person, command: string, options?: Call['options']) => Promise<Shown>

export async function settle(rig: Rig, ask: Ask, held: Promise<void>) {
  const does: Does = (person, command, options = {}) => ask(person, { command, options })
  const people = await settleIn(rig)
  await tie(rig, { platform: 'slack', id: 'T1' })
  await fill(rig, people.ann)
  await settleTeam(does)
  const { named, shown } = await drawAll(does)
  await askForAll(does, shown)
  const anew = await meet(rig, does, shown.open)
  const direct = { user: ann.user }
  void does(direct, 'imagine', { prompt: 'held canary-one' })
  await held
  void does(direct, 'imagine', { prompt: 'held canary-two' })
  const waiting = await findWaiting(rig, people.ann)
  const loot = { ...(await loots(rig, does, people)), pictures: [...named, waiting] }
  if (loot.pictures.includes('')) throw new Error(`Nothing came of one of ${loot.pictures}`)
  const { generations, sessions } = await readTheirs(rig, people)
  return {
    sessions,
    browsers: { ...people.browsers, anew } as Readonly<Record<string, Browser>>,
    loot,
    /** Their accounts, and all that goes by their ids. */
    theirs: [people.ann, people.ben, people.greta, ...generations.map(({ id }) => id)],
    /** Ids that tell of the team or its people; what begins like `canary` does so too. */
    secrets: [
      ...[...loot.codes, loot.token, people.ann, people.ben, ...sessions],
      ...generations.filter(({ id }) => !isShown(id, shown)).flatMap(listNames),
      ...['4711', '4712', '777,000', 'Asia/Tokyo', 'ann@example.org', 'ben@example.org'],
    ],
    /** Ids of what is shown to some who are not of it. */
    openly: [
      { text: people.greta, where: 'shown in the organisation' },
      ...generations
        .filter(({ id }) => isShown(id, shown))
        .flatMap((each) => {
          const where = each.id === shown.org ? 'shown in the organisation' : 'shared in the gallery'
          return listNames(each).map((text) => ({ text, where }))
        }),
    ],
  }
}

interface Openly {
  shared: readonly string[]
  four: string
  org: string
}

const isShown = (id: string, { shared, four, org }: Openly) => [...shared, four, org].includes(id)
const listNames = ({ id, pictureKeys }: { id: string; pictureKeys: readonly string[] }) => [
  id,
  ...pictureKeys,
]

async function settleTeam(does: Does): Promise<void> {
  await does(ann, 'gallery', { channel: 'C-canary-gallery' })
  for (const options of [
    { do: 'cap', credits: 4711 },
    { do: 'time-zone', value: 'Asia/Tokyo' },
    { do: 'admins-channel', channel: 'C-canary-admins' },
    {},
  ])
    await does(ann, 'team', options)
}

async function drawAll(does: Does) {
  const draw = async (person: Person, prompt: string, options: Call['options'] = {}) =>
    findId((await does(person, 'imagine', { prompt, ...options })).message)
  const secret = await draw(ann, 'canary-secret', { private: true })
  const open = await draw(ann, 'canary-open')
  const shared: string[] = []
  // More than are on one page of the gallery.
  for (const hue of ['red', 'blue', 'green', 'grey', 'pink'])
    shared.push(await draw(ann, `canary-shared ${hue}`, { private: true, quality: 'draft' }))
  const four = await draw(ann, 'canary-four', { private: true, quality: 'draft', count: 4 })
  const direct = await draw({ user: ann.user }, 'canary-direct')
  const bens = await draw(ben, 'canary-bens')
  const org = await draw(greta, 'canary-org')
  const orgs = await draw(greta, 'canary-orgs', { private: true })
  await does(ann, 'team', { do: 'cap', person: ben.user, credits: 4712 })
  const step = findId((await does(ann, 'change', { id: open, prompt: 'canary-step' })).message)
  for (const id of [...shared, `${four}.2`]) await does(ann, 'share', { id })
  const numbered = [`${four}.1`, `${four}.2`]
  const preset = findId((await does(ann, 'og', { title: 'canary-title' })).message)
  const named = [secret, open, shared[0] ?? '', four, ...numbered, direct, bens, org, orgs, step, preset]
  return { named, shown: { secret, open, shared, four, org, step, preset } }
}

/** Whatever shows a button of another kind. */
async function askForAll(does: Does, { open: id, preset }: { open: string; preset: string }) {
  await does(ann, 'favourite', { id })
  for (const command of ['show', 'delete', 'again', 'edit', 'vary', 'back', 'change-form', 'use-reference'])
    await does(ann, command, { id })
  await does(ann, 'edit', { id: preset })
  for (const command of ['history', 'unlink', 'gallery', 'credits', 'topup', 'help', 'home', 'show'])
    await does(ann, command)
  for (const command of ['link', 'enter-code', 'home']) await does(cyd, command)
  await does(cyd, 'imagine', { prompt: 'canary-cyds' })
  await does(ann, 'qr', { text: 'canary-qr' })
  await does(ann, 'use-made', { tool: 'qr', text: 'canary-qr' })
  await does(ann, 'answer-talk', { words: 'a canary-word please' })
  await does(ann, 'give', { person: ben.user, credits: 5 })
  await does(ann, 'team', { do: 'cap', person: ann.user, credits: 1 })
  const { message } = await does(ann, 'imagine', { prompt: 'canary-capped' })
  const capped = listButtons(message).find(({ command }) => command === 'ask-more')
  await does(ann, 'ask-more', capped?.options)
}

/** Of the team's own, and of one's own that can be given. */
async function fill({ store, clock }: Rig, account: string): Promise<void> {
  const { append } = createLedger(store.ledger, clock)
  const gift = { key: 'gift', kind: 'grant', amount: 777_000, reference: 'gift' } as const
  await append({ ...gift, wallet: payerOfTeam('discord:G1') })
  await append({ key: 'order', kind: 'purchase', amount: 500, reference: 'order', wallet: account })
}

/** What else could be got hold of. */
async function loots({ core }: Rig, does: Does, people: { ann: string; ben: string }) {
  const buyer = { id: people.ann, createdAt: 0 }
  const checkout = await core.purchases.openCheckout(buyer, 'starter', 'https://bot.example/')
  const offer = { platform: 'discord', id: 'G1', title: 'Canary-guild' } as const
  const codes = [await core.teams.ties.offer(offer)]
  const other = { platform: 'discord', id: 'G7', title: 'Canary-seven' } as const
  const step = await core.teams.ties.take(await core.teams.ties.offer(offer), other)
  if ('code' in step) {
    codes.push(step.code)
    await does(ann, 'team', { do: 'tie', value: step.code })
  }
  const token = await core.links.request(cyd.user, 'Canary-guild')
  return {
    codes,
    token,
    accounts: [people.ann, people.ben],
    checkout: checkout.slice(checkout.lastIndexOf('/') + 1),
  }
}

async function findWaiting({ core }: Rig, account: string): Promise<string> {
  for (;;) {
    const [waiting] = await core.images.listWaiting(account)
    if (waiting) return waiting.id
    await new Promise(setImmediate)
  }
}

async function readTheirs({ store, core }: Rig, people: { ann: string; ben: string; greta: string }) {
  const generations = []
  for await (const each of store.dump.generations.readAll())
    if ([people.ann, people.ben, people.greta].includes(each.owner)) generations.push(each)
  const sessions = await core.sessions.list(people.ann)
  return { generations, sessions: sessions.map(({ handle }) => handle) }
}

/** Everybody's accounts, each with a browser that is signed in. */
async function settleIn(rig: Rig) {
  const browsers: Record<string, Browser> = {}
  for (const [index, [name, users]] of Object.entries(accounts).entries()) {
    const browser = await signIn(rig, `${name}@example.org`, `192.0.${index}.1`)
    for (const user of users) await link(rig, browser, user)
    browsers[name] = browser
  }
  for (const { user } of unsigned) await rig.core.accounts.openAccount(user)
  const of = async (name: string) => (await findAccountOf(rig, `${name}@example.org`)).id
  return { browsers, ann: await of('ann'), ben: await of('ben'), greta: await of('greta') }
}

async function tie({ core }: Rig, { platform, id }: TeamName): Promise<void> {
  const { ties } = core.teams
  const first = { platform: 'discord', id: 'G1', title: 'Canary-guild' } as const
  const step = await ties.take(await ties.offer(first), { platform, id, title: id })
  if ('code' in step) await ties.tie(step.code, first, 'an admin')
}

/** Those who were let in once, made something there, and are not any more. */
async function meet(rig: Rig, does: Does, open: string): Promise<Browser> {
  const { blake, bo, boOnSlack, rea, yan } = former
  await tie(rig, { platform: 'discord', id: 'G3' })
  for (const [user, team] of [
    ...([
      [blake, 'G1'],
      [bo, 'G1'],
      [rea, 'G1'],
    ] as const),
    ...([
      [boOnSlack, 'T1'],
      [yan, 'G3'],
    ] as const),
  ]) {
    const { message } = await does({ user, team }, 'change', { id: open, prompt: 'a hat on it' })
    if (findId(message) === '') throw new Error(`${user.name} could not even do what they may`)
    await does({ user, team }, 'back', { id: open })
  }
  await rig.core.teams.ties.untie({ platform: 'discord', id: 'G3' }, 'an admin')
  for (const person of [blake, bo]) await does(ann, 'team', { do: 'block', person })
  await does(ann, 'team', { do: 'remove', person: rea })
  // One of those leaves the account, and comes again with another.
  await rig.core.links.unlink(boOnSlack)
  const browser = await signIn(rig, 'anew@example.org', '192.0.99.1')
  await link(rig, browser, boOnSlack)
  return browser
}
