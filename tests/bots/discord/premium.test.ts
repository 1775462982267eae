/** Credits that are bought on Discord: what people see of it, and that nothing is lost where events are. */
import { expect, it, vi } from 'vitest'
import type { ChatUser } from '#core/index.ts'
import { skuPacks, starter, team } from '#tests/core/payments/discord.ts'
import { entitlementType } from '#tests/standins/discord/premium.ts'
import type { User } from '#tests/standins/discord/world.ts'
import { type RigOptions, startRig } from './rig.ts'

async function startShop(options: { testMode?: boolean } = {}, more: RigOptions = {}) {
  const rig = await startRig({
    rules: { welcomeCredits: 5 },
    premium: { packs: skuPacks, ...options },
    ...more,
  })
  await rig.core.start()
  const { standin } = rig
  const read = (person: User) =>
    standin
      .openDm(person)
      .visibleTo(person)
      .map(({ text }) => text)
  return {
    ...rig,
    premium: standin.premium,
    read,
    /** Resolves with what the bot has said to somebody alone, once there is so much. */
    async told(person: User, count = 1) {
      await standin.waitFor(() => read(person).length >= count, `${count} messages`)
      return read(person)
    },
    handedOver: () => standin.waitFor(() => standin.premium.listOpen().length === 0, 'all handed over'),
  }
}

it('offers each pack by a premium button, at Discord’s price', async () => {
  const { ann, channel } = await startShop()
  const { message } = await ann.command(channel, 'topup').waitFor((handle) => handle.state === 'answered')
  expect(message?.buttons.map(({ style, sku }) => [style, sku])).toEqual([
    [6, starter],
    [6, team],
  ])
  expect(message?.text).toContain('$4.99')
  expect(message?.ephemeral).toBe(true)
})

it('credits a purchase, tells its buyer alone, and lets them buy again', async () => {
  const { ann, premium, told, handedOver, balance, logged } = await startShop()
  premium.buy(ann, starter)
  expect(await told(ann)).toEqual(['Thank you! We’ve added **100 credits**. You now have 105 credits.'])
  await handedOver()
  premium.buy(ann, starter)
  expect(await told(ann, 2)).toContain('Thank you! We’ve added **100 credits**. You now have 205 credits.')
  await handedOver()
  expect(await balance(ann)).toBe(205)
  expect(logged.filter(({ level }) => level === 'warn' || level === 'error')).toEqual([])
})

it('draws what was held for want of credits, once these are bought by the button under the refusal', async () => {
  const { ann, channel, premium, handedOver, standin } = await startShop()
  const handle = ann.command(channel, 'imagine', { prompt: 'a lighthouse' })
  await handle.waitFor(({ messages }) =>
    messages.some(({ buttons }) => buttons.some(({ sku }) => sku === starter)),
  )
  premium.buy(ann, starter)
  await handedOver()
  await standin.waitFor(() => channel.visibleTo(ann).some(({ pictures }) => pictures.length > 0), 'a picture')
})

it('takes back what is refunded, also once it is spent', async () => {
  const { ann, channel, premium, told, handedOver, balance, answered } = await startShop()
  const { id } = premium.buy(ann, starter)
  await told(ann)
  await handedOver()
  ann.command(channel, 'imagine', { prompt: 'a boat' })
  await answered(1)
  premium.refund(id)
  await vi.waitFor(async () => expect(await balance(ann)).toBe(-5))
})

it('keeps what somebody buys before they are linked, tells them so once, and hands it over with the link', async () => {
  const { core, ann, standin, premium, read, told, handedOver, balance, guild } = await startShop()
  const ben = standin.createPerson('ben')
  standin.join(guild, ben)
  const bought = [starter, team].map((sku) => premium.buy(ben, sku))
  const waits = (credits: number) =>
    `Thank you! We’re holding **${credits} credits** for you. Connect your account with \`/link\` to get them.`
  expect((await told(ben, 2)).toSorted()).toEqual([waits(100), waits(500)])
  standin.gateway.dispatch('ENTITLEMENT_UPDATE', bought[0])
  expect(premium.listOpen()).toHaveLength(2)
  expect(await core.purchases.countUnclaimed()).toEqual({ discord: 2 })

  const user: ChatUser = { platform: 'discord', user: ben.id, name: 'ben' }
  const account = await core.accounts.openAccount({ platform: 'slack', user: ben.id, name: 'ben' })
  const code = await core.links.confirm(await core.links.request(user, undefined), account)
  await core.links.finish(user, code ?? '')
  expect(await balance(ben)).toBe(605)
  await handedOver()
  expect(await told(ben, 4)).toHaveLength(4)
  expect(await core.purchases.countUnclaimed()).toEqual({ discord: 0 })
  expect([await balance(ann), read(ann)]).toEqual([5, []])
})

it('tells whoever has no account in the language that Discord last spoke with them', async () => {
  const { channel, guild, standin, premium, told } = await startShop()
  const ben = standin.createPerson('ben')
  ben.locale = 'de'
  standin.join(guild, ben)
  await ben.command(channel, 'help').waitFor(({ state }) => state === 'answered')
  premium.buy(ben, starter)
  expect(await told(ben)).toEqual([expect.stringContaining('**100 Credits**')])
})

it('tells whoever cannot be reached of what they bought as they ask for the link', async () => {
  const { channel, guild, logged, standin, premium } = await startShop()
  const ben = standin.createPerson('ben')
  premium.buy(ben, starter)
  await vi.waitFor(() =>
    expect(logged).toContainEqual(expect.objectContaining({ message: 'The buyer could not be told' })),
  )
  standin.join(guild, ben)
  const { message } = await ben.command(channel, 'link').waitFor((handle) => handle.state === 'answered')
  expect(message?.text).toContain('The **100 credits** you bought here come with it.')
})

it('never credits whoever has the same number elsewhere', async () => {
  const { core, guild, standin, premium, told } = await startShop()
  const ben = standin.createPerson('ben')
  standin.join(guild, ben)
  const other = await core.accounts.openAccount({ platform: 'slack', user: ben.id, name: 'ben' })
  premium.buy(ben, starter)
  await told(ben)
  expect(await core.credits.findBalance(other.id)).toBe(5)
})

it('says of a test purchase that it is one, and credits none where it is in earnest', async () => {
  const type = entitlementType.testModePurchase
  const trial = await startShop({ testMode: true })
  trial.premium.buy(trial.ann, starter, { type })
  const said =
    'Thank you! We’ve added **100 credits**. You now have 105 credits. This was a test purchase, so no money moved.'
  expect(await trial.told(trial.ann)).toEqual([said])

  const { ann, premium, balance, told } = await startShop()
  premium.buy(ann, starter, { type })
  premium.buy(ann, team)
  expect(await told(ann)).toEqual(['Thank you! We’ve added **500 credits**. You now have 505 credits.'])
  expect(await balance(ann)).toBe(505)
})

it('answers whatever stands where purchases should', async () => {
  const { ann, channel, standin, logged } = await startShop()
  for (const odd of [
    null,
    7,
    'x',
    {},
    [null, 7, [], {}],
    [{ consumed: false }, { consumed: false, id: {} }],
  ]) {
    standin.gateway.rewrite = (_name, event) => ({ ...Object(event), entitlements: odd })
    await ann.command(channel, 'help').waitFor(({ state }) => state === 'answered')
    standin.gateway.dispatch('ENTITLEMENT_CREATE', Object(odd))
  }
  await vi.waitFor(() => expect(logged.filter(({ level }) => level === 'error')).toHaveLength(1))
})

it.each([
  ['they ask for something next', 'ask'],
  ['it is connected again', 'connect'],
] as const)('finds a purchase whose event never came when %s', async (_when, what) => {
  const { ann, channel, standin, premium, told, handedOver } = await startShop()
  premium.hold()
  premium.buy(ann, starter)
  if (what === 'ask') ann.command(channel, 'help')
  else standin.gateway.invalidateSessions()
  expect(await told(ann)).toHaveLength(1)
  await handedOver()
})
