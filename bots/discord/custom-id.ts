/** What a button or a form carries, in the one string that Discord keeps for it. */

/** Ids of this form begin with it, so that a later form can be told apart on messages that are still there. */
const version = '1'
/** docs.discord.com/developers/components/reference#anatomy-of-a-component-custom-id */
const longest = 100

export interface Press {
  command: string
  id: string
}

/** Undefined when it would be too long. */
export function renderCustomId({ command, id }: Press): string | undefined {
  const customId = `${version}${command}:${id}`
  return customId.length <= longest ? customId : undefined
}

/** One that no version of the bot made comes back as a command that does not exist. */
export function readCustomId(customId: string): Press {
  const [, command, id] = /^1([a-z][a-z-]*):(.*)$/s.exec(customId) ?? []
  return command !== undefined && id !== undefined
    ? { command, id }
    : { command: customId.slice(0, 32), id: '' }
}
