/** Tests what somebody sees in a real terminal, narrow and wide: whole words, and a typed line that nothing breaks. */
import { describe, expect, it, onTestFinished } from 'vitest'
import { measureWidth } from '#bots/width.ts'
import { startOpenAIStandin } from '#tests/standins/openai/openai-standin.ts'
import { leadTo } from '#tests/variables.ts'
import { hasTmux, openScreen, type Screen } from './screen.ts'

const greeting = /Hello \S+\. \/help lists the commands, \/open shows a picture large, \/quit leaves\./

/** As if its lines had not been broken. */
const join = (lines: readonly string[]) => lines.join(' ').replace(/ +/g, ' ')

/** Has the program print a mail, as if somebody had asked for it on the web. */
async function askForMail({ url }: Screen, email: string): Promise<void> {
  const body = new URLSearchParams({ email })
  await fetch(`${url}/sign-in`, { method: 'POST', body, headers: { origin: url }, redirect: 'manual' })
}

const typed = [
  '/imagine a lighthouse at dusk, seen from a small boat that comes home late',
  '/imagine 夕暮れの灯台と、小さな船が遅くに帰ってくるところ。海は静かです 灯塔',
  '/imagine a 🦊 and a 🐼 under a 🌈, each with a 🎈 and a 🍰 of its own 🎉🎉🎉',
  '/imagine מגדלור בין ערביים ליד הים מול סירה קטנה منارة عند الغروب قرب البحر',
]

const isPrompt = (line: string) => line.startsWith('imgsrc>')
/** What is being typed, and what is above it; the terminal breaks the one anywhere, and ours the other between words. */
const findTyped = (lines: readonly string[]) => lines.slice(lines.findLastIndex(isPrompt))
const findAbove = (lines: readonly string[]) => lines.slice(0, lines.findLastIndex(isPrompt))
const holds = (line: string) => (lines: readonly string[]) =>
  findTyped(lines).join('').replaceAll(' ', '') === `imgsrc> ${line}`.replaceAll(' ', '')

describe.skipIf(!hasTmux).each([40, 80, 200])('a terminal of %i columns', (columns) => {
  it('greets in whole words, and prints mails above what is being typed, which stays as it is', async () => {
    const screen = await openScreen(columns)
    const greeted = findAbove(screen.read())
    expect(join(greeted)).toMatch(greeting)
    for (const line of greeted)
      expect(line).toMatch(/^(Hello|lists|the|commands|\/|shows|a|picture|large|leaves|$)/)
    for (const [index, line] of typed.entries()) {
      screen.type(line)
      const before = findTyped(await screen.waitFor(holds(line)))
      await askForMail(screen, `person${index}@example.com`)
      const after = await screen.sees(/\n---\n+imgsrc>/)
      expect(findTyped(after)).toEqual(before)
      const mail = findAbove(after)
      expect(mail.filter(isPrompt)).toEqual([])
      expect(join(mail)).toMatch(/Subject: \d{4} \d{4} is your sign-in code Your sign-in code/)
      expect(Math.max(...mail.map(measureWidth))).toBeLessThanOrEqual(columns)
      expect(join(mail)).toContain('for 10 minutes')
      screen.press('C-l')
      screen.press('C-u')
      await screen.sees(/^imgsrc>$/)
    }
  })

  it('keeps what is being typed whole, and once, while it is made narrower and wider', async () => {
    const screen = await openScreen(columns)
    screen.type('/help')
    screen.press('Enter')
    await screen.sees(/cost\.\n\nimgsrc>$/)
    for (const line of typed) {
      screen.type(line)
      const before = await screen.waitFor(holds(line))
      for (const width of [25, 133, 61, columns]) {
        await screen.resize(width)
        screen.type('x')
        await screen.waitFor(holds(`${line}x`))
        screen.press('BSpace')
        await screen.waitFor(holds(line))
      }
      expect(findTyped(screen.read())).toEqual(findTyped(before))
      expect(screen.readAll().filter(isPrompt)).toEqual(['imgsrc> /help', before.find(isPrompt)])
      screen.press('C-u')
      await screen.sees(/^imgsrc>$/m)
    }
  })
})

describe.skipIf(!hasTmux)('a picture that is drawn slowly', () => {
  it('is previewed below what is being typed, also in another width, until it is above it', async () => {
    const openai = await startOpenAIStandin()
    onTestFinished(() => openai.close())
    const drawn = Promise.withResolvers<void>()
    openai.behave({ kind: 'slow', until: drawn.promise, after: 'partials' })
    const screen = await openScreen(80, leadTo.openai(openai), 50)
    screen.type('/imagine a red fox')
    screen.press('Enter')
    const previewed = await screen.sees(/imgsrc>\n. a red fox · drawing · \d+ s\n(▀{32}\n)+▀{32}$/)
    expect(previewed.at(-1)).toBe('▀'.repeat(32))
    screen.type('/imagine a blue fox')
    await screen.sees(/imgsrc> \/imagine a blue fox\n. a red fox · drawing · \d+ s\n▀+\n▀/)
    await screen.resize(30)
    await screen.sees(/imgsrc> \/imagine a blue fox\n. a red fox · drawing · \d+ s$/)
    await screen.resize(80)
    await screen.sees(/imgsrc> \/imagine a blue fox\n. a red fox · drawing · \d+ s\n▀+\n▀/)
    drawn.resolve()
    const shown = await screen.sees(/\] Delete: [^\n]+\n\nimgsrc> \/imagine a blue fox$/)
    expect(shown.filter((line) => line === '▀'.repeat(40))).toHaveLength(20)
    expect(shown.filter((line) => line.startsWith('▀'))).toHaveLength(20)
    expect(shown.join('\n')).not.toContain('drawing')
  })
})
