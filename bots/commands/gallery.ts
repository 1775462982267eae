/** Shows where the team's shared pictures go, and the last of them; an admin chooses where. */
import { CoreError, hasCode } from '#core/errors.ts'
import { type Core, nameTeam, type TeamName } from '#core/index.ts'
import { defineCommand } from '../command.ts'
import { inLanguage } from '../in-language.ts'
import { renderGallery, renderOlderExhibits } from '../messages/gallery.ts'
import { renderGalleryChosen, renderGalleryNote } from '../messages/sharing.ts'
import type { Call } from '../platform.ts'
import { pressed } from '../pressed.ts'

const pageSize = 5

export const gallery = defineCommand({
  name: 'gallery',
  options: [{ name: 'channel', type: 'channel' }],
  needsAdmin: true,
  isPrivate: () => true,
  async run(call, core) {
    const { team, name, account } = await requireVisitor(call, core)
    const { channel } = call.options
    if (channel === undefined) {
      const chosen = await core.teams.findGallery(name)
      const shown = await core.gallery.list(name, { limit: pageSize })
      const place = chosen === undefined ? undefined : { channel: chosen, address: team.link?.(chosen) }
      return renderGallery(call.words, place, shown, account ? linkGalleryPage(core, name) : undefined)
    }
    if (!call.admin) throw new CoreError('not-admin', {})
    // Whether the bot may post there is best found out now.
    const note = renderGalleryNote(call.roomWords)
    await team.post(channel, inLanguage(call.roomWords, note, name.platform))
    await core.teams.setGallery(name, channel, account?.id)
    return renderGalleryChosen(call.words, channel, team.link?.(channel))
  },
})

export const galleryOlder = defineCommand({
  name: 'gallery-older',
  options: pressed['gallery-older'],
  hidden: true,
  isPrivate: () => true,
  async run(call, core) {
    const { name } = await requireVisitor(call, core)
    const cursor = call.options.cursor.trim()
    return renderOlderExhibits(call.words, await core.gallery.list(name, { cursor, limit: pageSize }))
  },
})

/** Whoever is in the team, with or without an account, but none that it has blocked by their account. */
async function requireVisitor({ team, user }: Pick<Call, 'team' | 'user'>, core: Core) {
  if (!team) throw new CoreError('not-in-team', {})
  const account = await core.accounts.requireAccount(user).catch((error: unknown) => {
    if (!hasCode(error, 'not-linked')) throw error
    return undefined
  })
  return { team, name: { platform: user.platform, id: team.id }, account }
}

/** Of all that is shared there, for whoever was seen there. */
const linkGalleryPage = ({ publicUrl }: Core, name: TeamName) =>
  `${publicUrl}/team/gallery?${new URLSearchParams({ place: nameTeam(name) })}`
