/** Shows one of several pictures by itself, with what can be done with that one: the buttons 1 2 3 4. */
import type { Core, Generation } from '#core/index.ts'
import { defineCommand } from '../command.ts'
import { renderPicture } from '../messages/picture.ts'
import type { OptionsOf } from '../option.ts'
import type { Call, Message } from '../platform.ts'
import { pressed } from '../pressed.ts'
import { goOnFrom } from './change.ts'
import { findSeen } from './redraw.ts'

export const pick = defineCommand({
  name: 'pick',
  options: pressed.pick,
  hidden: true,
  isPrivate: () => true,
  async run(call, core) {
    const seen = await findSeen(call, core)
    await goOnFrom(call, core, seen)
    return showPicked(call, core, seen)
  },
})

/** To the presser alone; what is drawn of it is as public as the press says. */
export function showPicked(
  call: Call<OptionsOf<typeof pressed.pick>>,
  { prices }: Core,
  seen: Generation,
): Message {
  const hides = call.options.private === true
  return renderPicture(call.words, seen, { private: true, prices, hides, inTeam: call.team !== undefined })
}
