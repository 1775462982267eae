/** Tests the terminal's prompt: progress while one types, cancelling, leaving, pictures inline. */
import { stripVTControlCharacters } from 'node:util'
import { describe, expect, it } from 'vitest'
import { renderPicture } from '#bots/messages/picture.ts'
import { renderProgress } from '#bots/messages/progress.ts'
import type { GivenCall } from '#bots/platform.ts'
import { speak, usualPrices } from '#core/index.ts'
import { fox, inEnglish, say } from '../calls.ts'
import { createEcho, createScene, type SceneOptions } from './scene.ts'

const words = speak(undefined)

async function open(options: SceneOptions) {
  const scene = createScene({ ...options, tty: true })
  await scene.terminal.start()
  await scene.shows('imgsrc> ')
  return { ...scene, plain: () => stripVTControlCharacters(scene.read()) }
}

describe('a prompt', () => {
  it('greets, runs what is typed, and leaves by word', async () => {
    const { input, terminal, shows, plain } = await open(createEcho())
    await shows('Hello ada.')
    input.write('/credits\r')
    await shows('did credits {}')
    input.write('/quit\r')
    await terminal.ended
    expect(plain()).toContain('imgsrc> /credits')
  })

  it('prints a mail above a line that is half typed, which stays as it is', async () => {
    const { input, terminal, shows, plain } = await open(createEcho())
    input.write('/imagine a fo')
    await shows('a fo')
    terminal.print('Your code is 1234 5678')
    await shows('5678')
    input.write('x\r')
    await shows('did imagine {"prompt":"a fox"}')
    expect(plain()).toMatch(/Your code is 1234 5678\r?\n.*imgsrc> \/imagine a fo/s)
  })

  it('leaves by Ctrl-D', async () => {
    const { input, terminal } = await open(createEcho())
    input.write('\u0004')
    await terminal.ended
  })

  it('numbers what can be pressed, each number once, and presses it', async () => {
    const { dispatch, calls } = createEcho()
    const { input, shows, terminal } = await open({
      dispatch: async (call) => {
        if (call.command !== 'show') return await dispatch(call)
        const shown = { ...fox, id: String(call.options.id) }
        await call.reply.finish(
          inEnglish(
            renderPicture(words, shown, { prices: usualPrices, private: false, alone: true, balance: 90 }),
          ),
        )
        return undefined
      },
    })
    input.write('/show fox1\r')
    await shows('[1] Again · 10: /again fox1')
    input.write('/show fox2\r')
    await shows('Again · 10: /again fox2')
    input.write(' 1 \r')
    await shows('did again')
    expect(calls).toMatchObject([{ command: 'again', options: { id: 'fox1' } }])
    input.write('99\r')
    await shows('did 99')
    await terminal.stop()
  })

  it('leaves while a picture is drawn, and still prints what becomes of it', async () => {
    const picture = Promise.withResolvers<void>()
    const { input, shows, terminal } = await open({
      dispatch: async (call) => {
        call.reply.progress(
          inEnglish(renderProgress(words, fox, { stage: 'drawing', since: 400 }, { since: 400 })),
        )
        await picture.promise
        await call.reply.finish(say('drawn after all'))
        return undefined
      },
    })
    input.write('/imagine a red fox\r')
    await shows('drawing · 12 s')
    input.write('\u0004')
    await terminal.ended
    picture.resolve()
    await shows('drawn after all')
  })

  it('completes a command', async () => {
    const { input, shows, terminal } = await open(createEcho())
    input.write('/cred')
    await shows('/cred')
    input.write('\t')
    await shows('/credits ')
    input.write('\r')
    await shows('did credits {}')
    await terminal.stop()
  })

  it('shows how far pictures are, takes other commands meanwhile, and prints both in full', async () => {
    const picture = Promise.withResolvers<void>()
    const { input, shows, terminal, plain } = await open({
      dispatch: async (call) => {
        if (call.command === 'imagine') {
          call.reply.progress(
            inEnglish(renderProgress(words, fox, { stage: 'drawing', since: 400 }, { since: 400 })),
          )
          await picture.promise
          await call.reply.finish(
            inEnglish(
              renderPicture(words, fox, { prices: usualPrices, private: false, alone: true, balance: 90 }),
            ),
          )
        } else await call.reply.finish(say('help yourself'))
        return undefined
      },
    })
    input.write('/imagine a red fox\r')
    await shows('a red fox · drawing · 12 s')
    input.write('/help\r')
    await shows('help yourself')
    picture.resolve()
    await shows('Again · 10: /again fox0000001')
    const end = plain().slice(plain().indexOf('Again · 10'))
    expect(end).not.toContain('drawing')
    await terminal.stop()
  })

  it('cancels the newest waiting picture by Ctrl-C', async () => {
    const calls: GivenCall[] = []
    const { input, shows, terminal } = await open({
      dispatch: async (call) => {
        calls.push(call)
        const waiting = { ...fox, id: `fox${calls.length}` }
        if (call.command === 'imagine')
          call.reply.progress(inEnglish(renderProgress(words, waiting, { stage: 'waiting', ahead: 1 })))
        else await call.reply.finish(say('cancelled'))
        return undefined
      },
    })
    input.write('/imagine one\r/imagine two\r')
    await shows('/cancel fox2')
    input.write('\u0003')
    await shows('cancelled')
    expect(calls.at(-1)).toMatchObject({ id: 'terminal:3', command: 'cancel', options: { id: 'fox2' } })
    await terminal.stop()
  })

  it('says on Ctrl-C that there is nothing to cancel', async () => {
    const { input, shows, terminal } = await open(createEcho())
    input.write('\u0003')
    await shows('or Ctrl-D leaves.')
    await terminal.stop()
  })

  it('prints above what is being typed, and keeps it', async () => {
    const { input, shows, terminal, plain } = await open(createEcho())
    input.write('/cred')
    await terminal.send(fox.origin, { platform: 'terminal', user: 'local', name: 'ada' }, say('good news'))
    expect(plain()).toMatch(/good news\n\nimgsrc> \/cred$/)
    input.write('its\r')
    await shows('did credits {}')
    await terminal.stop()
  })

  it('shows pictures inline where the terminal can, and the address always', async () => {
    const { input, shows, terminal, read } = await open({
      env: { TERM: 'xterm-kitty' },
      picture: new Uint8Array([1, 2, 3]),
      dispatch: async (call) => {
        await call.reply.finish(
          inEnglish(renderPicture(words, fox, { prices: usualPrices, private: false, alone: true })),
        )
        return undefined
      },
    })
    input.write('/show fox0000001\r')
    await shows('http://pictures/1')
    expect(read()).toContain('\u001b_Ga=T,f=100,q=2,c=60,m=0;AQID\u001b\\')
    await terminal.stop()
  })

  it('refuses a line that is too long', async () => {
    const { input, shows, terminal } = await open(createEcho())
    input.write(`${'x'.repeat(65_537)}\r`)
    await shows('65,537 characters long')
    await terminal.stop()
  })
})
