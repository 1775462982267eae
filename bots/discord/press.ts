/** What a button or a form carries, in the one string that Discord keeps for it. Nobody but Discord can say it. */
import { readOldPress } from '../old-press.ts'
import type { Press } from '../platform.ts'
import { packPress, unpackPress } from '../press.ts'

/** docs.discord.com/developers/components/reference#anatomy-of-a-component-custom-id */
const longest = 100

/** Undefined when it would be too long, which no press of the bot's own is. */
export function renderCustomId(press: Press): string | undefined {
  const customId = packPress(press)
  return customId.length <= longest ? customId : undefined
}

/** One that no version of the bot made comes back as a command that does not exist. */
export function readCustomId(customId: string): Press {
  const [, command, id = ''] = /^1([a-z][a-z-]*):(.*)$/s.exec(customId) ?? []
  return command === undefined ? unpackPress(customId) : readOldPress(command, id)
}
