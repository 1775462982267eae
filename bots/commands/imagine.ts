/** Makes pictures from words. */
import { isSize, largestCount, listSizes, longestPrompt, namedSizes, qualities } from '#core/index.ts'
import { defineCommand } from '../command.ts'
import { followJob } from '../follow-job.ts'
import { renderPrice, renderSize } from '../messages/words.ts'
import type { Offer } from '../offer.ts'
import { listChoices, type Option } from '../option.ts'

/** Numbered as the prompt may speak of them: `the hat of 2 on 1`. */
const references = [
  { name: 'image', summary: 'A picture to start from, number 1 in your words', type: 'image' },
  { name: 'image2', summary: 'Another one, number 2', type: 'image', more: true },
  { name: 'image3', summary: 'Another one, number 3', type: 'image', more: true },
  { name: 'image4', summary: 'Another one, number 4', type: 'image', more: true },
] as const satisfies readonly Option[]

const createModelOption = (models: readonly string[]) =>
  ({
    name: 'model',
    summary: 'Which model draws it; the first if you do not say',
    type: 'choice',
    choices: listChoices(models),
  }) as const

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
      const brought = [image, image2, image3, image4].filter((each) => each !== undefined)
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
