/** Leaves things as they are: the other answer to a question. */
import { defineCommand } from '../command.ts'
import { renderKept } from '../messages/kept.ts'

export const keep = defineCommand({
  name: 'keep',
  summary: 'Leaves things as they are.',
  options: [{ name: 'id', summary: 'What was asked about', type: 'text', maxLength: 85 }],
  hidden: true,
  inPlace: true,
  isPrivate: () => true,
  run: async () => renderKept(),
})
