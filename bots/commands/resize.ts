/** Makes a picture smaller or larger, in one size or in several. */
import { fits, isLarge, readBrought, readWanted, resizeFormats } from '#core/index.ts'
import { defineCommand } from '../command.ts'
import { findAudience, findWords } from '../find-audience.ts'
import { renderResized } from '../messages/resize.ts'
import { offerUse } from '../offer-use.ts'
import { listChoices } from '../option.ts'

const longestSize = 200

export const resize = defineCommand({
  name: 'resize',
  options: [
    {
      name: 'size',
      type: 'text',
      maxLength: longestSize,
      required: true,
    },
    {
      name: 'image',
      type: 'image',
      drawings: true,
      required: true,
    },
    {
      name: 'fit',
      type: 'choice',
      choices: listChoices(fits, (words, value) => words.fits[value]),
    },
    {
      name: 'format',
      type: 'choice',
      choices: listChoices(resizeFormats),
    },
    { name: 'quality', type: 'integer', minimum: 1, maximum: 100 },
    { name: 'private', type: 'flag' },
  ],
  isPrivate: (options) => options.private === true,
  async run(call, core) {
    const { image, private: hidden = false, ...asked } = call.options
    const wanted = readWanted(asked)
    const prepare = async () => ({ bytes: await readBrought(image), name: image.name, wanted })
    const made = await core.utilities.run('resize', call, prepare, { isLarge: isLarge(wanted) })
    const use = await offerUse(call, core, { tool: 'resize', private: hidden }, { ...made, image })
    return renderResized(findWords(call, hidden), made, { ...findAudience(call, hidden), buttons: use })
  },
})
