/** Says what is stored about people, and where they get or delete it. */
import { defineCommand } from '../command.ts'
import { renderPrivacy } from '../messages/privacy.ts'

export const privacy = defineCommand({
  name: 'privacy',
  options: [],
  toAll: true,
  isPrivate: () => true,
  run: async ({ words }, core) => renderPrivacy(words, core.publicUrl),
})
