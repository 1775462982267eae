/** Holds the list of buttons against the messages and the commands. */
import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { commands } from '#bots/commands/index.ts'
import { presses } from './presses.ts'

it('leaves out no button', () => {
  const folder = 'bots/messages'
  const sources = readdirSync(folder).map((file) => readFileSync(`${folder}/${file}`, 'utf8'))
  const named = sources.flatMap((text) => [...text.matchAll(/\bpress\('([a-z-]+)'/g)].map(([, name]) => name))
  // Nothing else leads to a hidden command.
  const hidden = commands.filter((command) => command.hidden).map(({ name }) => name)
  const sentByForms = ['draw-from', 'use-with', 'edited', 'edited-preset', 'change', 'code-entered']
  // Chosen in the menu of a message: `references.test.ts`.
  const chosen = ['use-reference']
  // Discord lets nobody talk to the bot: `tests/bots/slack/talk.test.ts` presses what answers that.
  const said = ['answer-talk', 'draw-talk']
  // Slack's Home tab asks for the first when it is opened, and shows strangers the other: `tests/bots/slack/home.test.ts`.
  const opened = ['home', 'link']
  const elsewhere = [...sentByForms, ...chosen, ...said, ...opened]
  const pressed = new Set([...named, ...hidden].filter((name) => !elsewhere.includes(name ?? '')))
  expect(new Set(presses.map(({ command }) => command))).toEqual(pressed)
})
