/** Tests what happens to an order that the balance does not cover: a way to pay, and the picture by itself. */
import { describe, expect, it, vi } from 'vitest'
import { createNotifyCredited } from '#bots/notify-credited.ts'
import type { Message } from '#bots/platform.ts'
import { createLedger } from '#core/credits/ledger.ts'
import { walletOf } from '#core/credits/wallet.ts'
import { CoreError } from '#core/errors.ts'
import { pay, signPayment } from '#tests/core/pay.ts'
import { settle } from '#tests/settle.ts'
import { readWords } from '../calls.ts'
import { createRig, findId, type Rig, userOf } from '../rig.ts'
import { pixel } from '../scripted-model.ts'

async function createScene() {
  const rig = await createRig({ welcomeCredits: 5 })
  await rig.join('ann')
  const imagine = (prompt: string, quality = 'standard', count = 1) =>
    rig.ask('ann', 'imagine', { in: 'team', options: { prompt, quality, count } })
  return { rig, imagine }
}

const listTold = (rig: Rig, account: string) =>
  rig.inspect(({ records }) => records.listRecords('told', account, rig.clock.now()))

/** Resolves when the buyer is told, or it is known that they need not be. */
const finishTelling = (rig: Rig, account: string) =>
  vi.waitFor(async () => expect(await listTold(rig, account)).toMatchObject([{ version: 2 }]))

const urls = (message: Message | undefined) =>
  (message?.blocks ?? []).flatMap((block) =>
    block.kind === 'buttons' ? block.buttons.flatMap((button) => ('url' in button ? [button.url] : [])) : [],
  )

describe('a shortfall', () => {
  it('says what is short, links each pack that covers it, and promises the picture', async () => {
    const { imagine } = await createScene()
    const { message } = await imagine('a red fox')
    expect(message?.private).toBe(true)
    expect(readWords(message)).toContain('5 credits short')
    expect(readWords(message)).toContain('draw it as soon as you have the credits')
    expect(urls(message)).toEqual(['https://bot.test/checkout/starter', 'https://bot.test/checkout/team'])
    expect(urls((await imagine('a red fox', 'premium', 4)).message)).toEqual([
      'https://bot.test/checkout/team',
    ])
  })

  it('of a button is held as well', async () => {
    const { rig, imagine } = await createScene()
    const made = await imagine('an owl', 'draft')
    const short = await rig.press('ann', made, 'Upgrade · 30')
    expect(readWords(short.message)).toContain('draw it as soon as you have the credits')
    await rig.pay('ann', 'starter')
    await rig.sent(1)
    expect(rig.drawn.at(-1)).toMatchObject({
      prompt: expect.stringMatching(/^Finish this very picture.* an owl$/),
      quality: 'premium',
    })
  })
})

describe('a held order', () => {
  it('is drawn, charged once and shown where it was asked when the payment comes', async () => {
    const { rig, imagine } = await createScene()
    await imagine('a red fox')
    expect(rig.drawn).toEqual([])
    await rig.pay('ann', 'starter')
    await rig.sent(1)
    const [shown] = rig.chat.sent
    expect(shown?.user).toBe('ann')
    expect(readWords(shown?.message)).toContain('a red fox')
    expect(readWords(shown?.message)).toContain('{"label":"von","value":"ann"}')
    expect(readWords(shown?.message)).not.toContain('Guthaben')
    rig.clock.advance(15_000)
    expect(readWords((await rig.ask('ann', 'credits')).message)).toContain('"bold":"95 credits"')
    expect(rig.drawn).toHaveLength(1)
    expect(rig.chat.sent).toHaveLength(1)
    const account = await rig.join('ann')
    await settle()
    const found = await rig.core.history.require(account, findId(shown?.message))
    expect(found).toMatchObject({ status: 'delivered', origin: { locale: 'de' } })
  })

  it('waits on where what it is drawn from cannot be made for now', async () => {
    const { rig } = await createScene()
    const answers = [() => Promise.reject(new CoreError('too-many-utilities', { of: 'person', wait: 1 }))]
    const read = async () => await (answers.pop()?.() ?? pixel)
    const image = { name: 'dot.png', size: 0, read }
    await rig.ask('ann', 'imagine', { in: 'team', options: { prompt: 'a red fox', image } })
    await rig.pay('ann', 'starter')
    // That the credits came is said until then.
    await rig.sent(1)
    rig.clock.advance(45_000)
    await rig.sent(2)
    expect(rig.drawn).toMatchObject([{ prompt: 'a red fox', sources: 1 }])
    expect(await rig.balance('ann')).toBe(95)
  })

  it('is the last one asked for', async () => {
    const { rig, imagine } = await createScene()
    await imagine('a red fox')
    await imagine('a blue fox')
    await rig.pay('ann', 'starter')
    await rig.sent(1)
    expect(rig.drawn.map(({ prompt }) => prompt)).toEqual(['a blue fox'])
  })

  it('is drawn also as an earlier program has kept it: with all options of the picture that it is like', async () => {
    const { rig, imagine } = await createScene()
    await imagine('a red fox')
    await rig.inspect(async ({ records }) => {
      for (const held of await records.listRecords('held', undefined, rig.clock.now())) {
        const options = {
          prompt: 'an owl',
          size: '1000x5000',
          quality: 'draft',
          count: 1,
          background: 'auto',
        }
        const order = { ...Object(held.body.order), ...options, sources: [], fits: true }
        await records.replaceRecord({ ...held, body: { ...held.body, order } })
      }
    })
    await rig.pay('ann', 'starter')
    await rig.sent(1)
    expect(rig.drawn).toMatchObject([{ prompt: 'an owl', quality: 'draft' }])
  })

  it('waits on for a payment that is not enough', async () => {
    const { rig, imagine } = await createScene()
    await imagine('a red fox', 'premium', 4)
    await rig.pay('ann', 'starter')
    await rig.sent(1)
    expect(readWords(rig.chat.sent[0]?.message)).toContain('We’ve added ",{"bold":"100 credits"}')
    expect(rig.drawn).toEqual([])
    await rig.pay('ann', 'starter')
    await rig.sent(2)
    expect(rig.drawn).toHaveLength(1)
  })

  it('is forgotten after 15 minutes', async () => {
    const { rig, imagine } = await createScene()
    await imagine('a red fox')
    rig.clock.advance(15 * 60_000)
    await rig.pay('ann', 'starter')
    rig.clock.advance(15_000)
    await rig.ask('ann', 'credits')
    expect(rig.drawn).toEqual([])
    expect(await rig.balance('ann')).toBe(105)
  })

  it('is found by the next process when the credits came while none ran', async () => {
    const { rig, imagine } = await createScene()
    await imagine('a red fox')
    await rig.restart({ account: await rig.join('ann'), credits: 100 })
    await rig.sent(1)
    expect(readWords(rig.chat.sent[0]?.message)).toContain('a red fox')
  })

  it('is drawn once by two processes that learn of the payment together', async () => {
    const { rig, imagine } = await createScene()
    await rig.bootBeside()
    await imagine('a red fox')
    await rig.pay('ann', 'starter')
    await rig.sent(1)
    for (const _ of [1, 2, 3]) {
      rig.clock.advance(15_000)
      await rig.ask('ann', 'credits')
    }
    expect(rig.drawn).toHaveLength(1)
    expect(rig.chat.sent).toHaveLength(1)
    expect(await rig.balance('ann')).toBe(95)
  })

  it('that another process has placed is all that is said of its credits', async () => {
    const { rig, imagine } = await createScene()
    const account = await rig.core.accounts.requireAccount(userOf('ann'))
    await imagine('a red fox')
    const url = await rig.core.purchases.openCheckout(account, 'starter', 'x')
    // Whoever credited it ended before it could tell.
    await rig.inspect(async ({ ledger }) => {
      const reference = `test:${signPayment(rig.core, url).id}`
      const order = { reference, key: `purchase:${reference}`, kind: 'purchase', amount: 100 } as const
      await createLedger(ledger, rig.clock).append({ ...order, wallet: walletOf(account.id) })
    })
    rig.clock.advance(15_000)
    await rig.sent(1)
    await pay(rig.core, url)
    await finishTelling(rig, account.id)
    expect(rig.chat.sent).toHaveLength(1)
    expect(readWords(rig.chat.sent[0]?.message)).toContain('a red fox')
  })

  it('that another process is placing is waited for, and placed when that one is gone', async () => {
    const { rig, imagine } = await createScene()
    await imagine('a red fox')
    await rig.inspect(async ({ records }) => {
      for (const held of await records.listRecords('held', undefined, rig.clock.now()))
        await records.replaceRecord({
          ...held,
          body: { ...held.body, claimedUntil: rig.clock.now() + 20_000 },
        })
    })
    await rig.pay('ann', 'starter')
    const account = await rig.join('ann')
    await vi.waitFor(async () => expect(await listTold(rig, account)).toHaveLength(1))
    for (let passed = 0; passed < 30_000; passed += 500) {
      rig.clock.advance(500)
      await settle()
    }
    await finishTelling(rig, account)
    await rig.sent(1)
    expect(rig.chat.sent).toHaveLength(1)
    expect(readWords(rig.chat.sent[0]?.message)).toContain('a red fox')
  })

  it('that is refused by the model gives its credits back and says so', async () => {
    const { rig, imagine } = await createScene()
    await imagine('blocked')
    await rig.pay('ann', 'starter')
    await rig.sent(1)
    expect(readWords(rig.chat.sent[0]?.message)).toContain('Deine 10 Credits sind zurück.')
    expect(await rig.balance('ann')).toBe(105)
  })

  it('and the same asked for again are one picture at one price', async () => {
    const { rig, imagine } = await createScene()
    await imagine('a red fox')
    const { promise, resolve } = Promise.withResolvers<void>()
    rig.gate = promise
    await rig.pay('ann', 'starter')
    const own = imagine('a red fox')
    await rig.ask('ann', 'credits')
    resolve()
    expect((await own).message?.delivers).toBeDefined()
    expect(rig.drawn).toHaveLength(1)
    expect(await rig.balance('ann')).toBe(95)
  })
})

describe('a payment that nothing waits for', () => {
  it('is told to the buyer where they last made a picture', async () => {
    const { rig, imagine } = await createScene()
    await imagine('an owl', 'draft')
    await rig.pay('ann', 'starter')
    await rig.sent(1)
    expect(rig.chat.sent[0]).toMatchObject({ user: 'ann', message: { private: true } })
    expect(readWords(rig.chat.sent[0]?.message)).toContain('104 credits')
  })

  it('is told to a buyer who has made none yet', async () => {
    const { rig } = await createScene()
    await rig.pay('ann', 'starter')
    await rig.sent(1)
    expect(rig.chat.sent[0]).toMatchObject({ user: 'ann', message: { private: true } })
  })

  it('is told nowhere when there is no place', async () => {
    const { rig } = await createScene()
    const account = await rig.join('ann')
    await createNotifyCredited({ core: rig.core, platforms: [] })(account, 100, { provider: 'test' })
    expect(rig.chat.sent).toEqual([])
  })
})
