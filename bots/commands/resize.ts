/** Makes a picture smaller or larger, in one size or in several. */
import { fits, isLarge, readBrought, readWanted, resizeFormats, sizeSets, utilities } from '#core/index.ts'
import { defineCommand } from '../command.ts'
import { findAudience, findWords } from '../find-audience.ts'
import { renderResized } from '../messages/resize.ts'
import { offerUse } from '../offer-use.ts'
import { listChoices } from '../option.ts'

const longestSize = 200
const fitLabels: Readonly<Record<(typeof fits)[number], string>> = {
  inside: 'inside · whole, no larger than that',
  crop: 'crop · cut at its edges',
  pad: 'pad · whole, with bars',
  stretch: 'stretch · out of shape',
}

export const resize = defineCommand({
  name: 'resize',
  summary: utilities.resize.summary,
  options: [
    {
      name: 'size',
      summary: `800x600, 800, x600, 50%, several with commas, or ${Object.keys(sizeSets).slice(0, 3).join(', ')} …`,
      type: 'text',
      maxLength: longestSize,
      required: true,
    },
    {
      name: 'image',
      summary: 'A picture, an animation or an SVG',
      type: 'image',
      drawings: true,
      required: true,
    },
    {
      name: 'fit',
      summary: 'How it fits; inside if you do not say',
      type: 'choice',
      choices: fits.map((value) => ({ value, label: fitLabels[value] })),
    },
    {
      name: 'format',
      summary: 'As it came if you do not say',
      type: 'choice',
      choices: listChoices(resizeFormats),
    },
    { name: 'quality', summary: 'Lower is a smaller file', type: 'integer', minimum: 1, maximum: 100 },
    { name: 'private', summary: 'Show it to you alone', type: 'flag' },
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
