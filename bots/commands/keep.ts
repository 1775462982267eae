/** Leaves things as they are: the other answer to a question. */
import { defineCommand } from '../command.ts'
import { renderKept } from '../messages/kept.ts'
import { pressed } from '../pressed.ts'

export const keep = defineCommand({
  name: 'keep',
  options: pressed.keep,
  hidden: true,
  inPlace: true,
  isPrivate: () => true,
  run: async ({ words }) => renderKept(words),
})
