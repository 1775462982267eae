/** Tests the list of commands against what the platforms can take, and what each asks of the core. */
import { describe, expect, it } from 'vitest'
import { commands } from '#bots/commands/index.ts'
import { createDispatch } from '#bots/dispatch.ts'
import { summarize } from '#bots/named.ts'
import { type Core, type Generation, speak } from '#core/index.ts'
import { createAnsweringCore, createCall, createJob, deliveredFox, fox, readWords } from './calls.ts'
import { createRecordedLog } from './recorded-log.ts'

describe('the list', () => {
  it('has names and choices that Discord takes', () => {
    for (const { name, options } of commands) {
      expect(name).toMatch(/^[a-z-]{1,32}$/)
      for (const option of options) {
        expect(option.name).toMatch(/^[a-z][a-z0-9]{0,31}$/)
        if (option.type === 'choice') expect(option.choices.length).toBeLessThanOrEqual(25)
      }
      const required = options.map((option) => option.required === true)
      expect(required, 'required options come first').toEqual([...required].sort().reverse())
    }
  })

  it('names each command once', () => {
    expect(new Set(commands.map(({ name }) => name)).size).toBe(commands.length)
  })

  it('knows before it runs which answers are private, and asks nothing of what may be anything', () => {
    for (const { isPrivate } of commands) {
      expect(isPrivate({})).toBeTypeOf('boolean')
      expect(isPrivate({ id: { name: '', size: 0, read: async () => new Uint8Array() } })).toBeTypeOf(
        'boolean',
      )
    }
  })
})

type Order = Parameters<Core['images']['order']>[0]

async function run(command: string, options: Record<string, string | boolean>, kept: Generation = fox) {
  const orders: Order[] = []
  const lists: unknown[] = []
  const { core } = createAnsweringCore({
    order: async (order) => {
      orders.push(order)
      return createJob([], Promise.resolve(fox))
    },
  })
  const history = {
    requireVisible: async () => kept,
    require: async () => kept,
    list: async (_account: string, page: unknown) => {
      lists.push(page)
      return { generations: [fox], next: 'abc.def', filter: {} }
    },
    count: async () => ({ total: 1, before: 0, isWhole: true }),
  }
  const { log } = createRecordedLog()
  const listening = { ...core, history } as unknown as Core
  const call = createCall({ command, options })
  await createDispatch({ commands, core: listening, log, now: () => 0 })(call)
  return { orders, lists, answer: call.finished[0] }
}

describe('a command', () => {
  it('imagine orders just what was asked', async () => {
    const { orders } = await run('imagine', { prompt: 'a fox', size: '1280x720', count: '2', private: true })
    expect(orders).toEqual([
      {
        prompt: 'a fox',
        size: '1280x720',
        count: 2,
        private: true,
        owner: 'account-1',
        call: 'terminal:1',
        origin: { platform: 'terminal', address: {} },
      },
    ])
  })

  it.each(['\r\n', '\r', '\n', '\u0085', '\u2028', '\u2029', '\v', '\f'])(
    'imagine takes %j for the end of a line, in any text',
    async (end) => {
      const { orders } = await run('imagine', { prompt: `a fox${end}in snow${end}${end}at dusk` })
      expect(orders[0]?.prompt).toBe('a fox\nin snow\n\nat dusk')
      const { lists } = await run('history', { search: `red${end}fox` })
      expect(lists).toMatchObject([{ search: 'red fox' }])
    },
  )

  it.each([
    'imagine',
    '/imagine',
    ' Imagine ',
    '“/imagine”',
    '/imagine a fox',
    '`/imagine`',
    '\u200e/imagine',
  ])('help %j explains that command', async (named) => {
    const words = readWords((await run('help', { command: named })).answer)
    expect(words).toContain('/imagine prompt')
    expect(words).toContain('transparent')
    expect(words).not.toContain('/credits —')
    expect(words).not.toContain('/history')
  })

  it('help explains each listed command by name', async () => {
    for (const { name } of commands.filter(({ hidden }) => !hidden)) {
      const words = readWords((await run('help', { command: name })).answer)
      expect(words).toContain(summarize(speak('en'), name))
      expect(words).not.toContain('There’s no command')
    }
  })

  it.each([
    ['imagien', 'imagine'],
    ['delete-now', undefined],
    ['💥', undefined],
  ])('help %j says that there is none, and lists all', async (named, meant) => {
    const words = readWords((await run('help', { command: named })).answer)
    expect(words).toContain('/history')
    if (named !== '💥') expect(words).toContain('There’s no command')
    if (meant) expect(words).toContain(`/${meant}`)
  })

  it('again orders the same, fresh', async () => {
    const { orders } = await run('again', { id: 'fox0000001' })
    expect(orders[0]).toMatchObject({ like: fox.asked, fresh: true, private: false })
  })

  it('again of a private picture is private, whichever way it is asked', async () => {
    for (const { orders, answer } of [
      await run('again', { id: 'fox0000001' }, { ...fox, private: true }),
      await run('again', { id: 'fox0000001', private: true }),
    ]) {
      expect(orders[0]?.private).toBe(true)
      expect(answer?.private).toBe(true)
    }
  })

  it('history carries cursor and search from page to page', async () => {
    const first = await run('history', { search: '  red\n fox ' })
    expect(first.lists).toEqual([{ search: 'red fox', limit: 5 }])
    expect(readWords(first.answer)).toContain('{"cursor":"abc.def","search":"red fox"}')
    const second = await run('older', { cursor: 'abc.def', search: 'red fox' })
    expect(second.lists).toEqual([{ search: 'red fox', cursor: 'abc.def', limit: 5 }])
    const plain = await run('older', { cursor: 'abc.def' })
    expect(plain.lists).toEqual([{ search: '', cursor: 'abc.def', limit: 5 }])
  })

  it('show is private and delivers nothing again', async () => {
    const { answer } = await run('show', { id: 'FOX0000001' }, deliveredFox)
    expect(answer).toMatchObject({ private: true })
    expect(answer?.delivers).toBeUndefined()
  })
})
