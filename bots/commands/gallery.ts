/** Shows where the team's shared pictures go; an admin chooses it. */
import { CoreError } from '#core/errors.ts'
import { defineCommand } from '../command.ts'
import { renderGallery, renderGalleryChosen, renderGalleryNote } from '../messages/sharing.ts'

export const gallery = defineCommand({
  name: 'gallery',
  summary: 'Shows the channel for shared pictures; admins choose it.',
  options: [{ name: 'channel', summary: 'Where shared pictures go from now on', type: 'channel' }],
  needsAdmin: true,
  isPrivate: () => true,
  async run({ team, options, admin, user }, core) {
    if (!team) throw new CoreError('not-in-team', {})
    const name = { platform: user.platform, id: team.id }
    const { channel } = options
    if (channel === undefined) {
      const chosen = await core.teams.findGallery(name)
      return renderGallery(chosen, chosen && team.link?.(chosen))
    }
    if (!admin) throw new CoreError('not-admin', {})
    // Whether the bot may post there is best found out now.
    await team.post(channel, renderGalleryNote())
    await core.teams.setGallery(name, channel)
    return renderGalleryChosen(channel, team.link?.(channel))
  },
})
