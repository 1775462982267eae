/** What people typed is read back from Slack's markup, and commands are found in what they say. */
import { expect, it } from 'vitest'
import { commands } from '#bots/commands/index.ts'
import { readTalkLine } from '#bots/slack/read-talk.ts'
import { readTyped } from '#bots/slack/read-text.ts'

it.each([
  ['a &lt;tower&gt; &amp; a sea', 'a <tower> & a sea'],
  ['&amp;lt;', '&lt;'],
  ['see <https://a.test/x?a=1&amp;b=2>', 'see https://a.test/x?a=1&b=2'],
  ['<https://a.test|a.test> and <mailto:a@b.test|a@b.test>', 'a.test and a@b.test'],
  ['<@U1> <@U1|ada> <#C1|general> <!here> <!channel|channel>', '@U1 @ada #general @here channel'],
  ['<!subteam^S1|@artists> <!subteam^S1>', '@artists @subteam'],
])('reads %s', (text, typed) => {
  expect(readTyped(text)).toBe(typed)
})

it.each([
  ['a lighthouse at dusk', 'imagine', 'a lighthouse at dusk'],
  ['imagine a lighthouse', 'imagine', 'a lighthouse'],
  ['Imagine a lighthouse', 'imagine', 'a lighthouse'],
  ['/history blue boats', 'history', 'blue boats'],
  ['history boats', 'history', 'boats'],
  ['history of the world in one picture', 'imagine', 'history of the world in one picture'],
  ['credits', 'credits', ''],
  ['show me a boat', 'imagine', 'show me a boat'],
  ['/again x', 'again', 'x'],
  ['again x', 'imagine', 'again x'],
  ['/nonsense x', 'nonsense', 'x'],
  ['', 'help', ''],
])('finds the command in “%s”', (text, command, rest) => {
  expect(readTalkLine({ text, pictured: false }, commands)).toEqual({ command, text: rest })
})
