/** Tests the messages about pictures: progress, the picture itself, history, balance, help. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { commands } from '#bots/commands/index.ts'
import { renderBalance } from '#bots/messages/credits.ts'
import { renderHelp } from '#bots/messages/help.ts'
import { renderHistory } from '#bots/messages/history.ts'
import { renderPicture } from '#bots/messages/picture.ts'
import { renderProgress } from '#bots/messages/progress.ts'
import { cut } from '#bots/messages/words.ts'
import { renderMessage, renderStatus } from '#bots/terminal/render.ts'
import { type Generation, speak, usualPrices } from '#core/index.ts'
import { createFour, deliveredFox, fox } from '../calls.ts'

const words = speak(undefined)

const look = { styled: false, now: 12_400 }

describe('a picture', () => {
  it('is shown with its price, balance, id and what can be done', () => {
    const message = renderPicture(words, fox, {
      prices: usualPrices,
      private: false,
      alone: true,
      balance: 90,
    })
    expect(message.delivers).toBe('fox0000001')
    expect(renderMessage(message, look)).toBe(
      '│ a red fox\nhttp://pictures/1\n' +
        'price 10 credits · balance 90 · size 1536×1024 · quality standard · id fox0000001\n' +
        'Again · 10: /again fox0000001\nEdit prompt: /edit fox0000001\nVary · 10: /vary fox0000001\n' +
        'Change: /change-form fox0000001\nUpgrade · 30: /upgrade fox0000001\nFavourite: /favourite fox0000001\nDelete: /delete fox0000001\n',
    )
  })

  it('names who asked where others read along, and tells them no balance', () => {
    const asker = `<@1> ${'x'.repeat(100)}`
    const text = renderMessage(
      renderPicture(words, fox, { prices: usualPrices, private: false, asker }),
      look,
    )
    expect(text).toContain(`\nasked by <@1> ${'x'.repeat(74)}… · price 10 credits · size 1536×1024`)
    const waiting = renderProgress(words, fox, { stage: 'waiting', ahead: 0 }, { asker: 'ann' })
    expect(renderMessage(waiting, look)).toContain('asked by ann\nCancel')
  })

  it('has the prompt as alternative text, numbered among several and cut to what platforms take', () => {
    const asked = { ...fox.asked, prompt: 'x'.repeat(5_000) }
    const pictures = fox.pictures.flatMap((each) => ['1', '2'].map((key) => ({ ...each, key })))
    const several = { ...fox, asked, pictures, pictureKeys: ['1', '2'] }
    const [block] = renderPicture(words, several, {
      prices: usualPrices,
      private: false,
      alone: true,
    }).blocks.filter(({ kind }) => kind === 'pictures')
    if (block?.kind !== 'pictures') throw new Error('No pictures')
    expect(block.pictures[1]?.alt).toMatch(/^2 of 2: x+…$/)
    expect(block.pictures[1]?.alt).toHaveLength(1_000)
  })

  it('is free as a repeat, delivers nothing again, and offers a fresh one at the full price', () => {
    const repeat = { ...deliveredFox, price: 0, repeatOf: 'fox0000000' }
    const message = renderPicture(words, repeat, {
      prices: usualPrices,
      private: false,
      alone: true,
      balance: 90,
    })
    expect(message.delivers).toBeUndefined()
    expect(renderMessage(message, look)).toContain('price free')
    expect(renderMessage(message, look)).toContain('Again · 10: /again')
  })

  it('keeps what is pressed private where the presser alone sees it', () => {
    const text = renderMessage(renderPicture(words, fox, { prices: usualPrices, private: true }), look)
    for (const command of ['again', 'edit', 'vary', 'upgrade']) {
      expect(text).toContain(`/${command} fox0000001 --private\n`)
    }
    expect(text).toContain('/delete fox0000001\n')
  })

  it('shows on each button what pressing it costs', () => {
    const four = createFour()
    const show = (seen: Generation) =>
      renderMessage(
        renderPicture(words, seen, { prices: usualPrices, private: false, alone: true }),
        look,
      ).split('\n')
    expect(show(four).slice(5)).toEqual([
      'price 4 credits · size 1536×1024 · quality draft · id fox0000001',
      ...[1, 2, 3, 4].map((number) => `${number}: /pick fox0000001.${number}`),
      'Again · 4: /again fox0000001',
      'Edit prompt: /edit fox0000001',
      'Favourite: /favourite fox0000001',
      'Delete: /delete fox0000001',
      '',
    ])
    const third = { ...four, pictures: four.pictures.slice(2, 3) }
    expect(show(third)).toEqual([
      '│ a red fox',
      'http://pictures/3',
      'price 4 credits for all 4 · size 1536×1024 · quality draft · id fox0000001.3',
      'Edit prompt: /edit fox0000001.3',
      'Vary · 1: /vary fox0000001.3',
      'Change: /change-form fox0000001.3',
      'Upgrade · 30: /upgrade fox0000001.3',
      'Favourite: /favourite fox0000001',
      'Delete: /delete fox0000001.3',
      '',
    ])
    const best = { ...fox.asked, quality: 'premium' as const }
    expect(
      renderMessage(
        renderPicture(words, { ...fox, asked: best }, { prices: usualPrices, private: false, alone: true }),
        look,
      ),
    ).not.toContain('Upgrade')
  })

  it('offers to share in a team, and to unshare what is shared', () => {
    const show = (generation: Generation, inTeam: boolean) =>
      renderMessage(
        renderPicture(words, generation, { prices: usualPrices, private: false, alone: true, inTeam }),
        look,
      )
    const post = { platform: 'slack' as const, team: 'T', channel: 'C', message: '1' }
    const shared = { ...deliveredFox, shared: post }
    expect(show(fox, false)).not.toContain('Share')
    expect(show(fox, true)).toContain('Share: /share fox0000001')
    expect(show(shared, false)).toContain('Unshare: /unshare fox0000001')
  })
})

describe('progress', () => {
  it.each([
    [{ stage: 'waiting', ahead: 0 } as const, 'a red fox · next in the queue · Cancel: /cancel fox0000001'],
    [
      { stage: 'waiting', ahead: 2 } as const,
      'a red fox · number 3 in the queue · Cancel: /cancel fox0000001',
    ],
    [
      { stage: 'waiting', ahead: 2, readyIn: 31_000 } as const,
      'a red fox · number 3 in the queue · ready in about 40 seconds · Cancel: /cancel fox0000001',
    ],
    [
      { stage: 'waiting', ahead: 0, readyIn: 31_000, isLeast: true } as const,
      'a red fox · number 1 or later in the queue · ready in 40 seconds at the earliest · Cancel: /cancel fox0000001',
    ],
    [{ stage: 'drawing', since: 400 } as const, 'a red fox · drawing · 12 s'],
    [{ stage: 'preview', picture: new Uint8Array() } as const, 'a red fox · drawing · 12 s'],
    [{ stage: 'hosting' } as const, 'a red fox · saving · 12 s'],
  ])('%o', (progress, line) => {
    const since = progress.stage === 'waiting' ? undefined : 400
    expect(renderStatus(renderProgress(words, fox, progress, { since }), look)).toBe(line)
  })
})

describe('history', () => {
  it('lists pictures and carries cursor and search to the next page', () => {
    const count = { total: 310, before: 5, isWhole: true }
    const message = renderHistory(words, [fox], { search: 'red fox', filter: {}, count, next: 'abc.def' })
    expect(message.private).toBe(true)
    expect(renderMessage(message, look)).toBe(
      '6 of 310 · “red fox”\n' +
        'fox0000001  23 Nov 2026, 20:35 UTC · 1536×1024 · standard · 10 credits · picture http://pictures/1\n' +
        '│ a red fox\nShow: /show fox0000001\nFavourite: /favourite fox0000001\n' +
        'Older: /older abc.def --search "red fox"\nFavourites: /history --favourites\n',
    )
  })

  it.each([
    [{ total: 5, before: 0, isWhole: true }, '1–2 of 5'],
    [{ total: 2, before: 0, isWhole: true }, '1–2 of 2'],
    // One came, or went, between the page and its count.
    [{ total: 1, before: 0, isWhole: true }, '1–2 of 2'],
    [{ total: 1_000, before: 995, isWhole: false }, '996–997 of 1,000+'],
    [{ total: 1_000, before: 999, isWhole: false }, '1,000–1,001 of 1,001+'],
    [{ total: 1_000, before: 1_000, isWhole: false }, 'More than 1,000'],
  ])('says of %o: %s', (count, place) => {
    const filter = { favourites: true, quality: 'premium', tool: 'vary' } as const
    const text = renderMessage(renderHistory(words, [deliveredFox, fox], { search: '', filter, count }), look)
    expect(text.split('\n')[0]).toBe(`${place} · favourites · vary · premium`)
    expect(text).toContain('All pictures: /history\n')
  })

  it('shows a small picture beside each, and which ones are favourites', () => {
    const count = { total: 1, before: 0, isWhole: true }
    const favourite = { ...deliveredFox, favourite: true } as const
    const { blocks } = renderHistory(words, [favourite], { search: '', filter: {}, count })
    const [entry] = blocks.filter(({ kind }) => kind === 'entry')
    expect(entry).toMatchObject({
      quote: 'a red fox',
      picture: { key: 'key1', alt: 'a red fox', small: true },
    })
    expect(JSON.stringify(blocks)).toContain('10 credits · favourite · ')
    expect(JSON.stringify(blocks)).toContain('"label":"Unfavourite"')
  })

  it('has words for nothing yet and for nothing found', () => {
    const none = { filter: {}, count: { total: 0, before: 0, isWhole: true } }
    const empty = [
      renderHistory(words, [], { ...none, search: '' }),
      renderHistory(words, [], { ...none, search: 'cat' }),
      renderHistory(words, [], { ...none, search: '', filter: { favourites: true } }),
      renderHistory(words, [], { ...none, search: 'cat', filter: { favourites: true } }),
    ]
    expect(new Set(empty.map((message) => renderMessage(message, look))).size).toBe(4)
  })
})

it('shows a balance with where it came from', () => {
  const entry = { wallet: 'a', key: 'k', reference: 'fox0000001', at: fox.createdAt }
  const entries = [
    { ...entry, sequence: 2, kind: 'spend', amount: -10, balance: 90 },
    { ...entry, sequence: 1, kind: 'grant', amount: 100, balance: 100, key: 'welcome', reference: 'welcome' },
  ] as const
  const message = renderBalance(
    speak('en'),
    { balance: 90, entries },
    { prices: usualPrices, publicUrl: 'https://bot.example' },
  )
  const text = renderMessage(message, look)
  expect(text).toContain('You have 90 credits.')
  expect(text).toContain('23 Nov 2026, 20:35 UTC  Picture              −10       90  fox0000001')
  expect(text).toMatch(/Welcome credits +\+100 +100$/m)
  expect(text).toMatch(/premium +30$/m)
  const dearer = { ...usualPrices, premium: { usual: 30, large: 60 } }
  const both = renderMessage(
    renderBalance(
      speak('en'),
      { balance: 90, entries },
      { prices: dearer, publicUrl: 'https://bot.example' },
    ),
    look,
  )
  expect(both).toMatch(/one picture +credits +above 1536×1024\n.*draft +1 +1\n.*\n.*premium +30 +60$/m)
})

it('explains every command that is not hidden, and no other', () => {
  const text = renderMessage(renderHelp(speak('en'), commands), look)
  const named = commands.filter(({ name }) => text.includes(`/${name} `)).map(({ name }) => name)
  expect(named).toEqual(commands.filter(({ hidden }) => !hidden).map(({ name }) => name))
  expect(text).toContain('/imagine prompt [size] [quality] [count 1–4] [background] [private] [image …]')
})

it.each([
  [0, '10 seconds'],
  [10_000, '10 seconds'],
  [49_999, '50 seconds'],
  [50_001, '1 minute'],
  [60_001, '2 minutes'],
  [3_600_000, '60 minutes'],
])('estimates %i milliseconds as %s', (ms, said) => {
  expect(words.estimate(ms)).toBe(said)
})

it('cuts texts without splitting a character', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 2, max: 20 }), (text, limit) => {
      const short = cut(text, limit)
      expect(short.length).toBeLessThanOrEqual(limit)
      expect(short.isWellFormed()).toBe(true)
    }),
  )
})
