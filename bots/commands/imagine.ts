/** Makes pictures from words. */
import {
  everyAbility,
  isSize,
  largestCount,
  listSizes,
  longestPrompt,
  type ModelAbilities,
  namedSizes,
  pricePerPicture,
  qualities,
} from '#core/index.ts'
import { defineCommand } from '../command.ts'
import { followJob } from '../follow-job.ts'
import { renderCredits, renderSize } from '../messages/words.ts'

/** Offers what the image model takes. */
export const createImagine = (abilities: ModelAbilities) =>
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
          label: `${value} · ${renderCredits(pricePerPicture[value])}`,
        })),
      },
      { name: 'count', summary: 'How many pictures', type: 'integer', minimum: 1, maximum: largestCount },
      {
        name: 'background',
        summary: 'Whether the background is see-through',
        type: 'choice',
        choices: abilities.backgrounds.map((value) => ({ value, label: value })),
      },
      { name: 'private', summary: 'Show it to you alone', type: 'flag' },
      { name: 'image', summary: 'A picture to change as you describe', type: 'image' },
    ],
    isPrivate: (options) => options.private === true,
    async run(call, core) {
      const account = await core.accounts.requireAccount(call.user)
      const { image, ...options } = call.options
      const job = await core.images.order({
        ...options,
        ...(image && { brought: [image] }),
        owner: account.id,
        call: call.id,
        origin: call.origin,
      })
      return await followJob(call, core, job, { private: options.private ?? false })
    },
  })

export const imagine = createImagine(everyAbility)
