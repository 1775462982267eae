/** Everything that can be typed and pressed, in a language that marks what it says: what no catalogue says, and what is cut, is seen. */
import { afterAll, describe, expect } from 'vitest'
import { speak } from '#core/index.ts'
import { isCut, listUnmarked } from '../../core/languages/pseudo.ts'
import { startDiscordChat } from './discord-chat.ts'
import { type Seen, speakPseudo, watchChat } from './pseudo-chat.ts'
import { startSlackChat } from './slack-chat.ts'
import { testPresses } from './test-presses.ts'
import { testTyping } from './test-typing.ts'

speakPseudo()

/** Slack knows them by nothing else. */
const names: readonly string[] = Object.keys(speak('en').commands)

/** What people typed or are called, and what is data: formats, addresses, markup. */
const data =
  /^(x|pictures|test|guild|thinking|boats?|kite|ship|blocked|afloat|at night|first|second|a+|ada|ann|ben|cyd|eve|bilder|gallery|thinking…|Lighthouse Studio|UTC|kB|bytes|og|logo|banner|avatar|emoji|favicon|qr|png|jpeg|webp|avif|gif|svg|ico|rrggbb|https?|example|com|link rel|icon|href|sizes|type|image|xml|apple|touch|manifest|site|webmanifest)$/i

describe.each([
  { platform: 'discord', start: startDiscordChat },
  { platform: 'slack', start: startSlackChat },
])('on $platform', ({ start }) => {
  const seen: Seen = { texts: new Set(), labels: new Set(), forms: [] }
  const listen = async () => watchChat(await start(), seen)
  testTyping(listen)
  testPresses(listen)

  afterAll(() => {
    const all = [...seen.texts, ...seen.labels]
    expect(seen.texts.size).toBeGreaterThan(100)
    expect(seen.forms.length).toBeGreaterThan(5)
    expect(seen.forms.filter((texts) => texts.length < 2)).toEqual([])
    const isKnown = (words: string) => data.test(words) || names.includes(words)
    expect([...new Set(all.flatMap(listUnmarked))].filter((words) => !isKnown(words))).toEqual([])
    expect(all.filter(isCut)).toEqual([])
  })
})
