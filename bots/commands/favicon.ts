/** Makes all icons of a website from one picture. */
import { readBrought } from '#core/index.ts'
import { defineCommand } from '../command.ts'
import { findAudience, findWords } from '../find-audience.ts'
import { renderFavicons } from '../messages/favicon.ts'
import { offerUse } from '../offer-use.ts'

export const favicon = defineCommand({
  name: 'favicon',
  options: [
    {
      name: 'image',
      type: 'image',
      drawings: true,
      required: true,
    },
    { name: 'private', type: 'flag' },
  ],
  isPrivate: (options) => options.private === true,
  async run(call, core) {
    const { image, private: hidden = false } = call.options
    const made = await core.utilities.run('favicon', call, async () => ({
      bytes: await readBrought(image),
    }))
    const use = await offerUse(call, core, { tool: 'favicon', private: hidden }, { ...made, image })
    return renderFavicons(findWords(call, hidden), made, { ...findAudience(call, hidden), buttons: use })
  },
})
