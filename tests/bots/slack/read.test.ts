/** What people typed is read back from Slack's markup, and commands are found in what they say. */
import { expect, it } from 'vitest'
import { commands } from '#bots/commands/index.ts'
import { isSlacks } from '#bots/slack/hosts.ts'
import { readTalkLine } from '#bots/slack/plan.ts'
import { readTyped, removeMentions } from '#bots/slack/read-text.ts'

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
  ['/logo Acme', 'logo', 'Acme'],
  ['logo ideas?', 'answer-talk', 'logo ideas?'],
  ['og thanks', 'answer-talk', 'og thanks'],
  ['logo', 'answer-talk', 'logo'],
  ['logo Acme --style bold', 'logo', 'Acme --style bold'],
  ['/again x', 'again', 'x'],
  ['again x', 'answer-talk', 'again x'],
  ['hi', 'answer-talk', 'hi'],
  ['how do I buy credits?', 'answer-talk', 'how do I buy credits?'],
  ['credits?', 'credits', ''],
  ['Help!', 'help', ''],
  ['/nonsense x', 'nonsense', 'x'],
  ['', 'help', ''],
])('finds the command in “%s”', (text, command, rest) => {
  expect(readTalkLine({ text, pictured: false }, commands)).toEqual({ command, text: rest })
})

it.each([
  ['<@B1> a gull', 'a gull'],
  ['<@B1|imgsrc> a gull', 'a gull'],
  ['a gull <@B1|> for <@U2|ben>', 'a gull   for <@U2|ben>'],
  ['<@B2> a gull', 'a gull'],
  ['<@B9|their imgsrc> a gull for <@U2>', 'a gull for <@U2>'],
  ['<@U2> and <@B1> a gull', '<@U2> and   a gull'],
  ['a gull', 'a gull'],
  ['a <@', 'a <@'],
])('leaves the bot’s own mention out of %s', (markup, rest) => {
  expect(removeMentions(markup, { own: ['B1', 'B2'], called: true }).trim()).toBe(rest)
})

it('leaves the mentions of others in what is said to the bot directly', () => {
  expect(removeMentions('<@U2> a gull', { own: ['B1'], called: false })).toBe('<@U2> a gull')
})

it.each(['<@', '<@B1|', '<@B1>', '<@B9>'])('reads 100 kB of %s', (part) => {
  const text = part.repeat(100_000 / part.length)
  expect(removeMentions(text, { own: ['B1'], called: true }).length).toBeLessThanOrEqual(text.length)
})

it.each([
  ['https://hooks.slack.com/commands/T1/2/x', true],
  ['https://slack.com/x', true],
  ['https://hooks.slack-gov.com/x', true],
  ['http://127.0.0.1:81/x', true],
  ['http://hooks.slack.com/x', false],
  ['https://slack.com.evil.test/x', false],
  ['https://evilslack.com/x', false],
  ['https://slack.com@evil.test/x', false],
  ['http://127.0.0.1:82/x', false],
  ['http://169.254.169.254/x', false],
  ['', false],
  ['undefined', false],
])('knows whether %s is Slack’s', (url, own) => {
  expect(isSlacks(url, 'http://127.0.0.1:81/api/')).toBe(own)
})
