/** Tests that what is printed never lands on the line somebody is typing, however it came about. */
import { createInterface } from 'node:readline'
import { PassThrough } from 'node:stream'
import { expect, it } from 'vitest'
import { createScreen } from '#bots/terminal/screen.ts'

/** A prompt of 20 columns with something pasted into it; `take` answers with what was written since. */
async function paste(text: string) {
  const input = new PassThrough()
  const output = Object.assign(new PassThrough(), { columns: 20 }).setEncoding('utf8')
  const prompt = createInterface({ input, output, terminal: true, prompt: '> ' })
  const screen = createScreen(prompt, output)
  screen.enter()
  input.write(text)
  while (prompt.line !== text) await new Promise((resolve) => setImmediate(resolve))
  const take = () => String(output.read() ?? '').replaceAll('\u001b', '^')
  take()
  return { screen, prompt, output, take }
}

it('prints from the first row of a prompt that fills several, and draws the prompt below', async () => {
  const { screen, prompt, take } = await paste('a line of thirty-six characters here')
  screen.print('news\n')
  expect(take()).toBe('^[1G^[1A^[0Jnews\n^[1G^[0J> a line of thirty-six characters here^[19G')
  prompt.close()
})

it('shows status below the prompt, cut to the width, and takes it away again', async () => {
  const { screen, prompt, take } = await paste('short')
  screen.showStatus(['drawing · 1 s', 'x'.repeat(30)])
  expect(take()).toBe(`^D^D^[2A^7\r\n^[0Jdrawing · 1 s\r\n${'x'.repeat(19)}^8`)
  screen.showStatus([])
  expect(take()).toBe('^[1G^[0J^[1G^[0J> short^[8G')
  prompt.close()
})

it.each([
  ['漢'.repeat(30), '漢'.repeat(9)],
  ['👩‍👩‍👧'.repeat(30), '👩‍👩‍👧'.repeat(9)],
  ['e\u0301'.repeat(30), 'e\u0301'.repeat(19)],
  ['한\u200b'.repeat(12), '한\u200b'.repeat(9)],
])('cuts %s by the columns it takes, and never within a character', async (line, shown) => {
  const { screen, prompt, take } = await paste('short')
  screen.showStatus([line])
  expect(take()).toBe(`^D^[1A^7\r\n^[0J${shown}^8`)
  prompt.close()
})

it('leaves a tall line alone while its middle is edited', async () => {
  const { screen, prompt, take } = await paste('a line of thirty-six characters here')
  prompt.write(null, { name: 'left' })
  take()
  screen.showStatus(['drawing'])
  expect(take()).toBe('')
  prompt.close()
})

it.each([
  [10, '^[3A^[1G^[0J> a line'],
  [40, '^[1G^[0J> a line'],
])(
  'draws a tall line anew from its first row when the terminal is made %i columns wide',
  async (columns, drawn) => {
    const { prompt, output, take } = await paste('a line of thirty-six characters here')
    output.columns = columns
    output.emit('resize')
    expect(take().startsWith(drawn)).toBe(true)
    prompt.close()
  },
)
