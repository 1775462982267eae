/** Reads what the buttons and forms of earlier versions carry, which still stand on messages: a command and one string. */
import { type ChatUser, type Core, namesOf } from '#core/index.ts'
import type { Press } from './platform.ts'
import { unescapeSigns } from './press.ts'

type Given = Omit<Press, 'command'>

const readId = (id: string): Given => ({ options: { id } })
const readNothing = (): Given => ({ options: {} })

/** Which picture, and a mark where the answer was for the presser alone. */
function readPicture(id: string): Given {
  const [, picture = '', mark] = /^(.*?)(\.private)?$/s.exec(id) ?? []
  return { options: { id: picture, ...(mark && { private: true }) } }
}

/** A cursor, and then the search. */
function readPage(id: string): Given {
  const [, cursor = '', search] = /^(\S*)(?: (.*))?$/s.exec(id) ?? []
  return { options: { cursor, ...(search && { search }) } }
}

/** A picture, and then the message under which it was asked, with its seal but in the very first. */
function readDeletion(text: string): Given {
  const [id = '', channel, message, seal] = text.trim().split(' ')
  const place = channel !== undefined && message !== undefined && { channel, message }
  return { options: { id, ...place }, ...(seal !== undefined && { seal }) }
}

/** A seal, the name of a picture that came along, and the words. */
function readTalk(id: string): Given {
  const [, seal, picture = '', words = ''] = /^(\S*) (\S*) (.*)$/s.exec(id) ?? []
  const options = { ...(picture && { picture }), words: unescapeSigns(words) }
  return { options, ...(seal && { seal }) }
}

const readers: Readonly<Record<string, (id: string) => Given>> = {
  ...{ again: readPicture, edit: readPicture, edited: readPicture, upgrade: readPicture, vary: readPicture },
  ...{ 'code-entered': readNothing, 'enter-code': readNothing, keep: readNothing, 'unlink-now': readNothing },
  ...{ 'delete-now': readDeletion, 'draw-talk': readTalk, older: readPage },
}

/** `id` is empty where there was none. */
export function readOldPress(command: string, id: string): Press {
  const read = (Object.hasOwn(readers, command) && readers[command]) || (id === '' ? readNothing : readId)
  return { command, ...read(id) }
}

/** Whether it has the seal of an earlier version: for whoever spoke, or for the account whose picture is deleted. */
export async function isSealedOfOld(
  { seals, accounts }: Pick<Core, 'seals' | 'accounts'>,
  user: ChatUser,
  { command, options, seal }: Press,
): Promise<boolean> {
  const { platform } = user
  const say = (...names: readonly string[]) => names.map((name) => String(options[name] ?? ''))
  if (command === 'delete-now') {
    const { id } = await accounts.requireAccount(user)
    return await seals.isSealed(seal, command, id, platform, ...say('id', 'channel', 'message'))
  }
  if (command !== 'draw-talk') return false
  const checks = namesOf(user).map((name) =>
    seals.isSealed(seal, command, platform, name, ...say('picture', 'words')),
  )
  return (await Promise.all(checks)).includes(true)
}
