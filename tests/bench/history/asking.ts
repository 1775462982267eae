/** The commands that read what somebody made and owns, as they are asked for in chat. */
import type { Command } from '#bots/command.ts'
import { credits } from '#bots/commands/credits.ts'
import { history, older } from '#bots/commands/history.ts'
import type { Message, Press } from '#bots/platform.ts'
import type { Core } from '#core/index.ts'
import { createCall } from '#tests/bots/calls.ts'
import { type Person, searches } from './crowd.ts'

export type Ask = (person: Person, core: Core) => Promise<Message>

/** Runs the command and answers with its message. */
function createAsk(command: Command, options: Press['options'] = {}): Ask {
  return async ({ user }, core) =>
    (await command.run(createCall({ command: command.name, user, options }), core)) as Message
}

/** By what a person types. */
export const asks: Readonly<Record<string, Ask>> = {
  '/history': createAsk(history),
  '/history, a word of every other picture': createAsk(history, { search: searches.often }),
  '/history, a word of one picture': createAsk(history, { search: searches.rare }),
  '/history, a word of none': createAsk(history, { search: searches.never }),
  '/history, favourites': createAsk(history, { favourites: true }),
  '/history, of a quality and a tool': createAsk(history, { quality: 'premium', tool: 'imagine' }),
  '/credits': createAsk(credits),
}

/** The page that the button Older leads to. */
export const askOlder = (page: Press['options']): Ask => createAsk(older, page)

/** What that button carries; undefined on the last page. */
export function findOlder({ blocks }: Message): Press['options'] | undefined {
  for (const block of blocks) {
    if (block.kind !== 'buttons') continue
    for (const button of block.buttons) {
      if ('command' in button && button.command === 'older') return button.options
    }
  }
  return undefined
}
