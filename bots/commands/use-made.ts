/** Draws from what a free utility made: the button Use in /imagine, and the form it opens. */
import { type Core, readPlaceholder, readQr } from '#core/index.ts'
import { listGiven } from '../attached.ts'
import { defineCommand } from '../command.ts'
import { followJob } from '../follow-job.ts'
import { renderUseForm } from '../messages/use-made.ts'
import type { OptionsOf } from '../option.ts'
import type { Call } from '../platform.ts'
import { pressed } from '../pressed.ts'

type Made = OptionsOf<(typeof pressed)['use-made']>

export const useMade = defineCommand({
  name: 'use-made',
  summary: 'Asks what to draw from something made for free.',
  options: pressed['use-made'],
  hidden: true,
  opensForm: true,
  isPrivate: () => true,
  async run(call, core) {
    await core.accounts.requireAccount(call.user)
    return renderUseForm(call.options, core.prices)
  },
})

/** What the form sends. It is made again from its options, the same to the last pixel. */
export const useWith = defineCommand({
  name: 'use-with',
  summary: 'Draws from something made for free.',
  options: pressed['use-with'],
  hidden: true,
  charges: true,
  isPrivate: (options) => options.private === true,
  async run(call, core) {
    const { id: owner } = await core.accounts.requireAccount(call.user)
    const { prompt, private: hidden = false, image, image2, image3 } = call.options
    const job = await core.images.order({
      ...{ owner, prompt, private: hidden, call: call.id, origin: call.origin },
      // Its bytes are counted once they are there.
      brought: [{ size: 0, read: () => makeAgain(call, core) }, ...listGiven(image, image2, image3)],
    })
    return await followJob(call, core, job, { private: hidden })
  },
})

async function makeAgain(call: Call<Made>, core: Core): Promise<Uint8Array<ArrayBuffer>> {
  const { tool, text, size = '', ...colors } = call.options
  const { files } =
    tool === 'qr'
      ? await core.utilities.run('qr', call, () => readQr({ text, size: Number(size), ...colors }))
      : await core.utilities.run('placeholder', call, () =>
          readPlaceholder({ text, size, ...colors, locale: call.locale }),
        )
  const [{ bytes }] = files
  return bytes
}
