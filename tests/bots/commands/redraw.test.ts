/** Tests the buttons that draw again: who pays, who sees it, what is charged once. */
import { describe, expect, it } from 'vitest'
import type { Message } from '#bots/platform.ts'
import { readWords } from '../calls.ts'
import { type Answer, createRig, findId, listButtons, type Rig } from '../rig.ts'

const readQuote = (message: Message | undefined) =>
  message?.blocks.flatMap((block) => (block.kind === 'quote' ? [block.text] : [])).join()

const varied = 'Vary · 10 › Strong · 10'

const labels = (answer: Answer) => listButtons(answer.message).map(({ label }) => label)

async function createScene() {
  const rig = await createRig()
  await rig.join('ann')
  await rig.join('bob')
  const made = await rig.ask('ann', 'imagine', { in: 'team', options: { prompt: 'a red fox' } })
  return { rig, made }
}

const edit = async (rig: Rig, who: string, answer: Answer, prompt: string) => {
  const { form } = await rig.press(who, answer, 'Edit prompt', { in: 'team' })
  if (!form) throw new Error('No form')
  return {
    form,
    answer: await rig.ask(who, form.command, { in: 'team', options: { ...form.options, prompt } }),
  }
}

describe('one’s own picture', () => {
  it('has all buttons of its kind, each that costs with its price', async () => {
    const { rig, made } = await createScene()
    expect(labels(made)).toEqual([
      'Again · 10',
      'Edit prompt',
      'Vary · 10',
      'Change',
      'Upgrade · 30',
      'Share',
      'Favourite',
      'Delete',
    ])
    const best = await rig.press('ann', made, 'Upgrade · 30', { in: 'team' })
    expect(labels(best)).toEqual([
      'Back to 1',
      'Again · 30',
      'Edit prompt',
      'Vary · 30',
      'Change',
      'Share',
      'Favourite',
      'Delete',
    ])
  })

  it('is drawn anew, varied from itself and upgraded, each at the price on its button', async () => {
    const { rig, made } = await createScene()
    const steps = [
      ['Again · 10', 980, { prompt: 'a red fox', quality: 'standard', sources: 0 }],
      [
        varied,
        970,
        { prompt: expect.stringMatching(/likeness.* a red fox$/), quality: 'standard', sources: 1 },
      ],
      [
        'Vary · 10 › Subtle · 10',
        960,
        { prompt: expect.stringMatching(/small details.* a red fox$/), quality: 'standard', sources: 1 },
      ],
      [
        'Upgrade · 30',
        930,
        { prompt: expect.stringMatching(/^Finish.* a red fox$/), quality: 'premium', sources: 1 },
      ],
    ] as const
    for (const [label, balance, drawing] of steps) {
      const answer = await rig.press('ann', made, label, { in: 'team' })
      expect(answer.message?.private).toBe(false)
      expect(answer.message?.delivers).toBe(findId(answer.message))
      expect(rig.drawn.at(-1)).toEqual(drawing)
      expect(await rig.balance('ann')).toBe(balance)
    }
    expect(rig.drawn).toHaveLength(5)
  })

  it('opens its prompt and draws what was made of it with the same options', async () => {
    const { rig } = await createScene()
    const wide = { prompt: 'an owl', size: '1280x720', quality: 'draft', count: 2 }
    const made = await rig.ask('ann', 'imagine', { in: 'team', options: wide })
    const { form, answer } = await edit(rig, 'ann', made, 'a grey owl')
    expect(form.fields[0]).toMatchObject({ name: 'prompt', value: 'an owl' })
    expect(form.submit).toBe('Draw · 2')
    const words = readWords(answer.message)
    for (const part of ['a grey owl', '1280×720', 'draft', '2 credits']) expect(words).toContain(part)
  })

  it('is free when the words stay as they were, and when it was upgraded before', async () => {
    const { rig, made } = await createScene()
    expect(readWords((await edit(rig, 'ann', made, 'a red fox')).answer.message)).toContain('free')
    await rig.press('ann', made, 'Upgrade · 30')
    expect(readWords((await rig.press('ann', made, 'Upgrade · 30')).message)).toContain('free')
    expect(await rig.balance('ann')).toBe(960)
  })

  it('says that the picture is gone which it would be drawn from', async () => {
    const { rig, made } = await createScene()
    const variation = await rig.press('ann', made, varied)
    const question = await rig.press('ann', made, 'Delete')
    await rig.press('ann', question, 'Delete it')
    const before = await rig.balance('ann')
    const words = readWords((await rig.press('ann', variation, 'Again · 10')).message)
    expect(words).toMatch(/based on has been deleted\..*Your 10 credits are back/)
    expect(words).not.toContain('Try again')
    expect(await rig.balance('ann')).toBe(before)
  })

  it('varies a variation by the words it began with', async () => {
    const { rig, made } = await createScene()
    const second = await rig.press('ann', made, `${varied} › ${varied}`)
    expect(readQuote(second.message)).toBe('a red fox')
    const [, once, twice] = rig.drawn
    expect(twice).toEqual(once)
  })
})

describe('pressed twice', () => {
  it.each(['Again · 10', varied, 'Upgrade · 30'])('%s while it is drawn is charged once', async (label) => {
    const { rig, made } = await createScene()
    const before = await rig.balance('ann')
    const { promise, resolve } = Promise.withResolvers<void>()
    rig.gate = promise
    const pressed = [1, 2, 3].map(() => rig.press('ann', made, label))
    await rig.ask('ann', 'credits')
    resolve()
    const ids = (await Promise.all(pressed)).map(({ message }) => findId(message))
    expect(new Set(ids).size).toBe(1)
    expect(before - (await rig.balance('ann'))).toBe(Number(label.split(' ').at(-1)))
  })

  it('and sent twice, an edited prompt is charged once', async () => {
    const { rig, made } = await createScene()
    const { form } = await rig.press('ann', made, 'Edit prompt')
    const options = { ...form?.options, prompt: 'a blue fox' }
    await Promise.all([1, 2].map(() => rig.ask('ann', 'edited', { options })))
    await rig.ask('ann', 'edited', { options })
    expect(await rig.balance('ann')).toBe(980)
  })

  it('and delivered twice by the platform, it is one call', async () => {
    const { rig, made } = await createScene()
    const answers = [
      await rig.press('ann', made, 'Again · 10', { id: 'discord:same' }),
      await rig.press('ann', made, 'Again · 10', { id: 'discord:same' }),
    ]
    expect(new Set(answers.map(({ message }) => findId(message))).size).toBe(1)
    expect(await rig.balance('ann')).toBe(980)
  })

  it('after it was shown, Again is another picture at its price', async () => {
    const { rig, made } = await createScene()
    const answers = [await rig.press('ann', made, 'Again · 10'), await rig.press('ann', made, 'Again · 10')]
    expect(new Set(answers.map(({ message }) => findId(message))).size).toBe(2)
    expect(await rig.balance('ann')).toBe(970)
  })
})

describe('somebody else’s picture', () => {
  it.each([
    ['Again · 10', 10],
    [varied, 10],
    ['Upgrade · 30', 30],
  ])('%s is paid by whoever presses', async (label, price) => {
    const { rig, made } = await createScene()
    const answer = await rig.press('bob', made, label, { in: 'team' })
    expect(answer.message?.delivers).toBeDefined()
    expect([await rig.balance('ann'), await rig.balance('bob')]).toEqual([990, 1_000 - price])
    const { generations } = await rig.core.history.list(await rig.join('bob'), { limit: 10 })
    expect(generations.map(({ id }) => id)).toEqual([findId(answer.message)])
  })

  it('can be drawn from other words, by whoever writes them', async () => {
    const { rig, made } = await createScene()
    const { answer } = await edit(rig, 'bob', made, 'a red wolf')
    expect(answer.message?.delivers).toBeDefined()
    expect([await rig.balance('ann'), await rig.balance('bob')]).toEqual([990, 990])
  })

  it.each(['again', 'vary', 'upgrade', 'edit', 'edited', 'delete', 'delete-now', 'share', 'unshare', 'show'])(
    '%s does not even say that a private one exists',
    async (command) => {
      const { rig } = await createScene()
      const hidden = await rig.ask('ann', 'imagine', {
        in: 'team',
        options: { prompt: 'a secret', private: true },
      })
      const id = findId(hidden.message)
      const prompt = command === 'edited' ? { prompt: 'x' } : {}
      const answer = await rig.ask('bob', command, { in: 'team', options: { id, ...prompt } })
      expect(readWords(answer.message)).toContain('You have no picture with the id')
      expect(readWords(answer.message)).not.toContain('secret')
      expect(await rig.balance('bob')).toBe(1_000)
    },
  )

  it('needs an account', async () => {
    const { rig, made } = await createScene()
    for (const label of ['Again · 10', 'Edit prompt', 'Vary · 10', 'Upgrade · 30', 'Share', 'Delete']) {
      const answer = await rig.press('eve', made, label, { in: 'team' })
      expect(readWords(answer.message)).toContain('/link')
    }
  })
})

describe('a private picture', () => {
  it('stays private through every button', async () => {
    const { rig } = await createScene()
    const options = { prompt: 'a secret', quality: 'draft', private: true }
    const made = await rig.ask('ann', 'imagine', { in: 'team', options })
    const answers = [
      await rig.press('ann', made, 'Again · 1', { in: 'team' }),
      await rig.press('ann', made, 'Vary · 1 › Subtle · 1', { in: 'team' }),
      await rig.press('ann', made, 'Upgrade · 30', { in: 'team' }),
      (await edit(rig, 'ann', made, 'another secret')).answer,
    ]
    for (const { message } of answers) {
      expect(message).toMatchObject({ private: true, delivers: expect.any(String) })
      expect((await rig.core.history.require(await rig.join('ann'), findId(message))).private).toBe(true)
    }
  })

  it('and a public one that was shown again to its author alone, stays between them', async () => {
    const { rig, made } = await createScene()
    const shown = await rig.ask('ann', 'show', { in: 'team', options: { id: findId(made.message) } })
    const answer = await rig.press('ann', shown, 'Again · 10', { in: 'team' })
    expect(answer.message?.private).toBe(true)
  })
})

describe('a prompt that was refused', () => {
  it('can be edited from the refusal, and is then as public as it was meant to be', async () => {
    const { rig } = await createScene()
    const refused = await rig.ask('ann', 'imagine', { in: 'team', options: { prompt: 'blocked' } })
    expect(refused.message?.private).toBe(true)
    const { form, answer } = await edit(rig, 'ann', refused, 'unblocked')
    expect(form.fields[0]?.value).toBe('blocked')
    expect(answer.message).toMatchObject({ private: false, delivers: expect.any(String) })
    expect(await rig.balance('ann')).toBe(980)
  })
})

it('works after a restart, an hour later', async () => {
  const { rig, made } = await createScene()
  await rig.restart()
  rig.clock.advance(3_600_000)
  for (const label of ['Again · 10', varied, 'Upgrade · 30']) {
    expect((await rig.press('ann', made, label)).message?.delivers).toBeDefined()
  }
  expect((await edit(rig, 'ann', made, 'a new fox')).answer.message?.delivers).toBeDefined()
})

it('draws hostile words as they were typed', async () => {
  const { rig } = await createScene()
  const prompt = '@everyone <!channel> **x** `y` \u202e "quoted" 🦊\n```'
  const made = await rig.ask('ann', 'imagine', { options: { prompt } })
  const { form, answer } = await edit(rig, 'ann', made, `${prompt}!`)
  expect(form.fields[0]?.value).toBe(prompt)
  const [quote] = answer.message?.blocks ?? []
  expect(quote).toEqual({ kind: 'quote', text: `${prompt}!` })
})
