/** Tests that typed lines are there again in the next run, and which are not. */
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { commands } from '#bots/commands/index.ts'
import { mayKeep, mostLines, openLineHistory } from '#bots/terminal/line-history.ts'
import { createFolder } from '#tests/temporary-folder.ts'
import { createEcho, createScene } from './scene.ts'

it.each([
  '/imagine a red fox --size 1536x1024',
  'imagine 2 cats',
  '/show fox0000001.2',
  '/link',
  '/team',
  '3',
])('keeps %j', (line) => expect(mayKeep(line, commands)).toBe(true))

it.each([
  ...['', '  ', `/imagine ${'x '.repeat(2_000)}`, '/imagine a \u001b[31mfox', '/team join abc'],
  ...['/link 1234 5678', '/link abcd', '/verbinden abcd', '12345678', 'my code 1234-5678', 'ann@example.com'],
  ...['/link --code=abc', 'http://a.test/link/1HWgue24DMjjMrbTgKlcIlPrJcBHrpdV27oFyPLEyAI'],
])('does not keep %j', (line) => expect(mayKeep(line, commands)).toBe(false))

const open = (file: string, findOwner: () => Promise<string | undefined>) =>
  openLineHistory({ file, commands, findOwner })

it('gives the newest lines first, in a file for its owner alone, and forgets the oldest', async () => {
  const file = join(createFolder(), 'new', 'typed')
  const first = await open(file, async () => 'ann')
  for (let line = 0; line <= mostLines; line++) await first.keep(`/imagine fox ${line}`)
  await first.keep('/link 1234 5678')
  await first.keep(`/imagine fox ${mostLines}`)
  const { lines } = await open(file, async () => 'ann')
  expect([lines[0], lines.at(-1), lines.length]).toEqual(['/imagine fox 500', '/imagine fox 1', mostLines])
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(readFileSync(file, 'utf8')).not.toContain('1234')
})

it('goes with the account, stays when that becomes another by connecting, and is nobody else’s', async () => {
  const file = join(createFolder(), 'typed')
  let owner: string | undefined = 'ann'
  const history = await open(file, async () => owner)
  await history.keep('/imagine a fox')
  owner = 'ann by mail'
  await history.keep('/help')
  expect((await open(file, async () => owner)).lines).toEqual(['/help', '/imagine a fox'])
  owner = undefined
  await history.keep('/credits')
  expect(existsSync(file)).toBe(false)
  owner = 'ann'
  await history.keep('/imagine a fox')
  const other = await open(file, async () => 'ben')
  await other.keep('')
  expect([other.lines, existsSync(file)]).toEqual([[], false])
})

it('has the lines of two terminals on one file, of each in the order typed, and no more than so many', async () => {
  const file = join(createFolder(), 'typed')
  const [one, two] = [await open(file, async () => 'ann'), await open(file, async () => 'ann')]
  await one.keep('/imagine a fox')
  await two.keep('/imagine an owl')
  await one.keep('/imagine a fox')
  await one.keep('/credits')
  const { lines } = await open(file, async () => 'ann')
  expect(lines).toEqual(['/credits', '/imagine an owl', '/imagine a fox'])
  for (let line = 0; line < 3 * mostLines; line++) await (line % 2 ? one : two).keep(`/imagine fox ${line}`)
  expect(readFileSync(file, 'utf8').split('\n').length).toBeLessThanOrEqual(2 * mostLines + 2)
  expect((await open(file, async () => 'ann')).lines[0]).toBe(`/imagine fox ${3 * mostLines - 1}`)
})

it('is not begun again by another terminal once it went with the account', async () => {
  const file = join(createFolder(), 'typed')
  let owner: string | undefined = 'ann'
  const [one, two] = [await open(file, async () => owner), await open(file, async () => owner)]
  await one.keep('/imagine a fox')
  owner = undefined
  await one.keep('')
  await two.keep('/credits')
  expect(existsSync(file)).toBe(false)
  owner = 'ben'
  await two.keep('/help')
  expect((await open(file, async () => owner)).lines).toEqual(['/help'])
})

it('never stops anybody from typing', async () => {
  const broken = join(createFolder(), 'typed')
  writeFileSync(broken, 'ann\n\u0000\u001b[2J\n/imagine a fox\nann@example.com\n')
  expect((await open(broken, async () => 'ann')).lines).toEqual(['/imagine a fox'])
  const nowhere = await open('/dev/null/typed', () => Promise.reject(new Error('no store')))
  await nowhere.keep('/imagine a fox')
  expect(nowhere.lines).toEqual([])
})

it('is typed again by an arrow in the next run, and not written where lines come through a pipe', async () => {
  const historyFile = join(createFolder(), 'typed')
  const piped = createScene({ ...createEcho(), historyFile })
  piped.input.end('/help\n')
  await piped.terminal.start()
  await piped.terminal.ended
  expect(existsSync(historyFile)).toBe(false)

  const first = createScene({ ...createEcho(), historyFile, tty: true })
  await first.terminal.start()
  await first.shows('imgsrc> ')
  first.input.write('/imagine a red fox\r/link 1234 5678\r')
  await first.shows('did link')
  first.input.write('/quit\r')
  await first.terminal.ended

  const second = createScene({ ...createEcho(), historyFile, tty: true })
  await second.terminal.start()
  await second.shows('imgsrc> ')
  second.input.write('\u001b[A\r')
  await second.shows('did imagine {"prompt":"a red fox"}')
  await second.terminal.stop()
})
