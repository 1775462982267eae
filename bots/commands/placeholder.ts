/** Makes a picture that stands in for one to come. */
import {
  isColor,
  longestPlaceholderText,
  namedColors,
  placeholderFormats,
  readPlaceholder,
} from '#core/index.ts'
import { defineCommand } from '../command.ts'
import { findAudience, findWords } from '../find-audience.ts'
import { renderUse } from '../messages/use-made.ts'
import { renderMade } from '../messages/utility.ts'

import { renderSize } from '../messages/words.ts'

import { findNamed } from '../named.ts'

import { listChoices } from '../option.ts'

export const placeholder = defineCommand({
  name: 'placeholder',
  options: [
    {
      name: 'size',
      type: 'text',
      maxLength: longestPlaceholderText + 20,
      characters: true,
      required: true,
    },
    {
      name: 'text',
      type: 'text',
      maxLength: longestPlaceholderText,
      characters: true,
    },
    {
      name: 'color',
      type: 'choice',
      choices: listChoices(Object.keys(namedColors), ({ colors }, value) => findNamed(colors, value)),
      open: { hint: '#rrggbb', maxLength: 20, accepts: isColor },
    },
    {
      name: 'format',
      type: 'choice',
      choices: listChoices(placeholderFormats),
    },
    { name: 'private', type: 'flag' },
  ],
  isPrivate: (options) => options.private === true,
  async run(call, core) {
    const { private: hidden = false, ...asked } = call.options
    const wanted = readPlaceholder({ ...asked, locale: call.locale })
    const { width, height, text } = wanted
    const color = asked.color === undefined ? {} : { color: asked.color }
    const { files } = await core.utilities.run('placeholder', call, () => wanted)
    const words = findWords(call, hidden)
    const side = renderSize({ width, height })
    return renderMade(words, files, {
      ...findAudience(call, hidden),
      alt: words.utility.placeholderAlt(side, text),
      facts: [{ label: words.facts.size, value: side }],
      buttons: [
        renderUse(
          words,
          { tool: 'placeholder', text, size: `${width}x${height}`, private: hidden, ...color },
          { isShownAgain: call.findShown !== undefined },
        ),
      ],
    })
  },
})
