/** Makes pictures from words. */
import {
  isSize,
  largestCount,
  listSizes,
  longestPrompt,
  namedSizes,
  type Prices,
  priceOrder,
  qualities,
} from '#core/index.ts'
import { listGiven } from '../attached.ts'
import { defineCommand } from '../command.ts'
import { followJob } from '../follow-job.ts'
import { renderSize } from '../messages/words.ts'
import { findNamed } from '../named.ts'
import { type Offer, usualOffer } from '../offer.ts'
import { createModelOption, listChoices } from '../option.ts'
import { type Options, readOptions } from '../options.ts'
import { references } from '../pressed.ts'

/** Offers what the image models take. */
export const createImagine = ({ abilities, prices, models }: Offer) =>
  defineCommand({
    name: 'imagine',
    options: [
      {
        name: 'prompt',
        type: 'text',
        maxLength: longestPrompt,
        verbatim: true,
        required: true,
      },
      {
        name: 'size',
        type: 'choice',
        choices: Object.entries(namedSizes)
          .filter(([value]) => listSizes(abilities).includes(value))
          .flatMap(([value, size]) =>
            listChoices([value], ({ sizes }) => ({
              name: findNamed(sizes, value) ?? value,
              about: renderSize(size),
            })),
          ),
        ...(abilities.sizes === 'any' && {
          open: { hint: '1280x720', maxLength: 20, accepts: isSize },
        }),
      },
      {
        name: 'quality',
        type: 'choice',
        choices: listChoices(qualities, (words, value) => ({
          name: words.qualities[value],
          about: words.price(prices[value]),
        })),
      },
      { name: 'count', type: 'integer', minimum: 1, maximum: largestCount },
      {
        name: 'background',
        type: 'choice',
        choices: listChoices(abilities.backgrounds, (words, value) => words.backgrounds[value]),
      },
      ...(models.length > 1 ? [createModelOption(models)] : []),
      { name: 'private', type: 'flag' },
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

const whole = createImagine(usualOffer)

/** In credits, of what is asked with these options. Throws `bad-option`. */
export const priceImagine = (prices: Prices, given: Options): number =>
  priceOrder(prices, readOptions(whole, given))
