/** Says what is stored about people, and where they get or delete it. */
import type { Command } from '../command.ts'
import { renderPrivacy } from '../messages/privacy.ts'

export const privacy: Command = {
  name: 'privacy',
  summary: 'Says what is stored, and how to get or delete it.',
  options: [],
  isPrivate: () => true,
  run: async (_call, core) => renderPrivacy(core.publicUrl),
}
