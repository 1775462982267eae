/** What a button or a form carries from when it is shown until it is pressed: a command with some of its options, as one string. */
import { type ChatUser, namesOf, type Seals } from '#core/index.ts'
import type { Call, Press } from './platform.ts'

/** Stands first, so that a later form can be told apart on messages that are still there. */
const version = '2'

/** Such as `2vary id=abc strength:subtle`: after the last name the value goes on to the end, whatever signs it has. */
export function packPress({ command, options, seal }: Press): string {
  const given = Object.entries(options)
  const parts = given.map(([name, value], index) =>
    index < given.length - 1 ? ` ${name}=${escapeSigns(String(value), /[% ]/g)}` : ` ${name}:${value}`,
  )
  return `${version}${command}${seal === undefined ? '' : `!${seal}`}${parts.join('')}`
}

/** One that no version of the bot made comes back as a command that does not exist. */
export function unpackPress(packed: string): Press {
  const [, command, seal, given = ''] = /^2([a-z][a-z-]*)(?:!([\w-]+))?( .*)?$/s.exec(packed) ?? []
  const parts = [...given.matchAll(/ (\w+)(?:=([^ ]*)|:(.*)$)/gs)]
  const isWhole = parts.map(([part]) => part).join('') === given
  if (command === undefined || !isWhole) return { command: packed.slice(0, 32), options: {} }
  const options = parts.map(([, name = '', value, rest]) => [name, rest ?? unescapeSigns(value ?? '')])
  return { command, options: Object.fromEntries(options), ...(seal !== undefined && { seal }) }
}

/** The longest value of a Slack button (docs.slack.dev/reference/block-kit/block-elements/button-element). */
export const longestEscaped = 2_000

/** For a platform that may write some signs otherwise than it was given them. */
export const escapePress = (press: Press) => escapeSigns(packPress(press), /[%&<>\n]/g)

/** What a call asks, as the press that asks the same. Nothing that came along can be pressed again. */
export function findPress({ command, options, seal }: Pick<Call, keyof Press>): Press {
  const given = Object.entries(options).flatMap(([name, value]) =>
    typeof value === 'object' ? [] : [[name, value] as const],
  )
  return { command, options: Object.fromEntries(given), ...(seal !== undefined && { seal }) }
}

/** The same press, which only this person can press. */
export async function sealPress(seals: Seals, { platform, user }: ChatUser, press: Press): Promise<Press> {
  return { ...press, seal: await seals.seal(...listParts(platform, user, press)) }
}

/** By whatever name of theirs it was sealed. */
export async function isSealed(seals: Seals, user: ChatUser, press: Press): Promise<boolean> {
  for (const name of namesOf(user)) {
    if (await seals.isSealed(press.seal, ...listParts(user.platform, name, press))) return true
  }
  return false
}

const listParts = (platform: string, user: string, { command, options }: Press) =>
  ['press', platform, user, packPress({ command, options })] as const

/** Percent-encoded, where a platform or a separator leaves no other way. */
export const escapeSigns = (text: string, signs: RegExp) =>
  text.replace(signs, (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, '0')}`)

export const unescapeSigns = (text: string) =>
  text.replace(/%([0-9a-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
