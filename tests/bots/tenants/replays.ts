/** Every button and form that a team's people were shown, pressed by somebody else: as it is, and altered. */
import { readCustomId } from '#bots/discord/press.ts'
import type { Press } from '#bots/platform.ts'
import { packPress } from '#bots/press.ts'
import type { Asked, World } from './world.ts'

/** Whole, without its seal, with its seal cut, about another picture, and as another's gift. */
export function listReplays({ presses, loot }: Pick<World, 'presses' | 'loot'>): Asked[] {
  const [other = ''] = loot.pictures
  const asked = presses.flatMap((press) => [
    replay(press),
    replay(press, (packed) => packed.replace(/![\w-]+/, '')),
    replay(press, (packed) => packed.replace(/(!\w\w)[\w-]+/, '$1')),
    replay(press, (packed) => packed.replace(/ id([:=])\w+/, ` id$1${other}`)),
    replay(press, (packed) => packed.replace(/ (by|to)=\w+/, ` $1=${loot.accounts[0]}`)),
  ])
  const each = new Map(asked.map((one) => [JSON.stringify(one), one]))
  return [...each.values()]
}

/** Last what ends who somebody is: nobody would get anything after it. */
export const byEnd = (one: Asked, other: Asked): number => Number(isEnd(one)) - Number(isEnd(other))
const isEnd = ({ command }: Asked) => command === 'unlink-now'

/** The press as it stands in a button, after this was done to it. */
const replay = (press: Press, alter: (packed: string) => string = (packed) => packed): Asked =>
  readCustomId(alter(packPress(press)))
