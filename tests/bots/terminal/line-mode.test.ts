/** Tests the terminal through a pipe: one command a line, plain text out. */
import { describe, expect, it } from 'vitest'
import { renderPicture } from '#bots/messages/picture.ts'
import { speak, usualPrices } from '#core/index.ts'
import { fox, inEnglish, say } from '../calls.ts'
import { createEcho, createScene } from './scene.ts'

const words = speak(undefined)

async function pipe(text: string) {
  const echo = createEcho()
  const scene = createScene(echo)
  scene.input.end(text)
  await scene.terminal.start()
  await scene.terminal.ended
  return { ...scene, calls: echo.calls, written: scene.read() }
}

describe('lines from a pipe', () => {
  it('are run one by one, each under an id of its own, and then it ends', async () => {
    const { calls, written, opened } = await pipe('/imagine a fox --size wide\ncredits')
    expect(opened).toEqual(['local ada'])
    expect(calls.map(({ id, command, options }) => [id, command, options])).toEqual([
      ['terminal:1', 'imagine', { prompt: 'a fox', size: 'wide' }],
      ['terminal:2', 'credits', {}],
    ])
    expect(written).toBe('did imagine {"size":"wide","prompt":"a fox"}\n\ndid credits {}\n\n')
  })

  it('may be blank or comments, which are passed over', async () => {
    const { written } = await pipe('\n# a comment\n   \r\n/help\r\n')
    expect(written).toBe('did help {}\n\n')
  })

  it('end where they say so', async () => {
    const { calls } = await pipe('/help\n/quit\n/credits\n')
    expect(calls.map(({ command }) => command)).toEqual(['help'])
  })

  it('are refused when they are too long or badly written, and the next still runs', async () => {
    const { written, calls } = await pipe(`${'x'.repeat(1_000_000)}\n/imagine "a fox\n/help\n`)
    expect(written).toBe(
      'This line is 1,000,000 characters long; at most 65,536 fit. Nothing was charged.\n\n' +
        'A quote is opened in prompt but never closed. Nothing was charged.\n\ndid help {}\n\n',
    )
    expect(calls).toHaveLength(1)
  })

  it('wait for the answer before', async () => {
    const steps: string[] = []
    const first = Promise.withResolvers<void>()
    const scene = createScene({
      dispatch: async (call) => {
        steps.push(`begin ${call.id}`)
        call.reply.progress(say('drawing'))
        if (call.id === 'terminal:1') await first.promise
        await call.reply.finish(say(`end ${call.id}`))
        return undefined
      },
    })
    scene.input.end('/help\n/help\n')
    await scene.terminal.start()
    await new Promise((resolve) => setImmediate(resolve))
    expect(steps).toEqual(['begin terminal:1'])
    first.resolve()
    await scene.terminal.ended
    expect(scene.read()).toBe('end terminal:1\n\nend terminal:2\n\n')
  })

  it('leave no escape code in the output, whatever is shown', async () => {
    const asked = { ...fox.asked, prompt: 'a \u001b[31mred\u001b[0m fox' }
    const scene = createScene({
      env: { TERM: 'xterm-kitty' },
      picture: new Uint8Array(10),
      dispatch: async (call) => {
        await call.reply.finish(
          inEnglish(
            renderPicture(
              words,
              { ...fox, asked },
              { prices: usualPrices, private: false, alone: true, balance: 90 },
            ),
          ),
        )
        return undefined
      },
    })
    scene.input.end('/show fox0000001')
    await scene.terminal.start()
    await scene.terminal.ended
    expect(scene.read()).toContain('│ a \\u{1b}[31mred\\u{1b}[0m fox\n')
    expect(scene.read()).not.toContain('\u001b')
  })

  it('stop when the platform stops or nobody reads any more', async () => {
    const stopped = createScene(createEcho())
    await stopped.terminal.start()
    await stopped.terminal.stop()
    await stopped.terminal.ended

    const unread = createScene(createEcho())
    await unread.terminal.start()
    unread.output.destroy(new Error('EPIPE'))
    await unread.terminal.ended
    await expect(unread.terminal.send(fox.origin, fox0, say('hello'))).rejects.toThrow()
  })

  it('are joined by messages that come of themselves', async () => {
    const scene = createScene(createEcho())
    await scene.terminal.start()
    await scene.terminal.send(fox.origin, fox0, say('your picture is here'))
    expect(scene.read()).toBe('your picture is here\n\n')
    scene.input.end()
    await scene.terminal.ended
  })
})

const fox0 = { platform: 'terminal' as const, user: 'local', name: 'ada' }
