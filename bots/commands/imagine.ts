/** Makes pictures from words. */
import { isSize, largestCount, listSizes, longestPrompt, namedSizes, qualities } from '#core/index.ts'
import { listGiven } from '../attached.ts'
import { defineCommand } from '../command.ts'
import { followJob } from '../follow-job.ts'
import { renderPrice, renderSize } from '../messages/words.ts'
import type { Offer } from '../offer.ts'
import { createModelOption, listChoices } from '../option.ts'
import { references } from '../pressed.ts'

/** Offers what the image models take. */
export const createImagine = ({ abilities, prices, models }: Offer) =>
  defineCommand({
    name: 'imagine',
    summary: 'Makes pictures of what you describe.',
    options: [
      {
        name: 'prompt',
        summary: 'What to draw',
        type: 'text',
        maxLength: longestPrompt,
        verbatim: true,
        required: true,
      },
      {
        name: 'size',
        summary: 'Its shape; square if you do not say',
        type: 'choice',
        choices: Object.entries(namedSizes)
          .filter(([value]) => listSizes(abilities).includes(value))
          .map(([value, size]) => ({ value, label: `${value} · ${renderSize(size)}` })),
        ...(abilities.sizes === 'any' && {
          open: { hint: 'WIDTHxHEIGHT', maxLength: 20, accepts: isSize },
        }),
      },
      {
        name: 'quality',
        summary: 'How fine, and its price; standard if you do not say',
        type: 'choice',
        choices: qualities.map((value) => ({
          value,
          label: `${value} · ${renderPrice(prices[value])}`,
        })),
      },
      { name: 'count', summary: 'How many pictures', type: 'integer', minimum: 1, maximum: largestCount },
      {
        name: 'background',
        summary: 'Whether the background is see-through',
        type: 'choice',
        choices: listChoices(abilities.backgrounds),
      },
      ...(models.length > 1 ? [createModelOption(models)] : []),
      { name: 'private', summary: 'Show it to you alone', type: 'flag' },
      ...references,
    ],
    isPrivate: (options) => options.private === true,
    async run(call, core) {
      const account = await core.accounts.requireAccount(call.user)
      const { image, image2, image3, image4, ...options } = call.options
      const brought = listGiven(image, image2, image3, image4)
      const job = await core.images.order({
        ...options,
        ...(brought.length > 0 && { brought }),
        owner: account.id,
        call: call.id,
        origin: call.origin,
      })
      return await followJob(call, core, job, { private: options.private ?? false })
    },
  })
