/** Makes a QR code. */
import { isColor, longestQrText, namedColors, qrSides, readBrought, readQr } from '#core/index.ts'
import { defineCommand } from '../command.ts'
import { findAudience, findWords } from '../find-audience.ts'
import { renderUse } from '../messages/use-made.ts'
import { renderMade } from '../messages/utility.ts'
import { cut, renderSize } from '../messages/words.ts'
import { findNamed } from '../named.ts'
import { offerUse } from '../offer-use.ts'
import { listChoices } from '../option.ts'

const choices = listChoices(Object.keys(namedColors), ({ colors }, value) => findNamed(colors, value))
const open = { hint: '#rrggbb', maxLength: 20, accepts: isColor }

export const qr = defineCommand({
  name: 'qr',
  options: [
    { name: 'text', type: 'text', maxLength: longestQrText, required: true },
    {
      name: 'size',
      type: 'integer',
      minimum: qrSides.smallest,
      maximum: qrSides.largest,
    },
    { name: 'color', type: 'choice', choices, open },
    { name: 'background', type: 'choice', choices, open },
    { name: 'image', type: 'image' },
    { name: 'private', type: 'flag' },
  ],
  isPrivate: (options) => options.private === true,
  async run(call, core) {
    const { private: hidden = false, image, ...asked } = call.options
    const wanted = readQr(asked)
    const { text, size } = wanted
    const { files, correction } = await core.utilities.run('qr', call, async () => ({
      ...wanted,
      ...(image && { image: await readBrought(image) }),
    }))
    const use = { ...asked, tool: 'qr', size: String(size), private: hidden } as const
    const words = findWords(call, hidden)
    return renderMade(words, files, {
      ...findAudience(call, hidden),
      alt: cut(words.utility.qrAlt(text), 1_000),
      quote: text,
      buttons: image
        ? await offerUse(call, core, use, { image })
        : [renderUse(words, use, { isShownAgain: call.findShown !== undefined })],
      facts: [
        { label: words.facts.size, value: renderSize({ width: size, height: size }) },
        { label: words.facts.errorCorrection, value: `${Math.round(correction * 100)}%` },
      ],
    })
  },
})
