/** Draws from what a free utility made: the button Use in /imagine, and the form it opens. */
import { CoreError } from '#core/errors.ts'
import { type Core, readBrought, readPlaceholder, readQr } from '#core/index.ts'
import { listGiven } from '../attached.ts'
import { defineCommand } from '../command.ts'
import { followJob } from '../follow-job.ts'
import { renderUseForm } from '../messages/use-made.ts'
import { isOffered } from '../offer-use.ts'
import type { OptionsOf } from '../option.ts'
import type { Attachment, Call } from '../platform.ts'
import { pressed } from '../pressed.ts'

type Made = OptionsOf<(typeof pressed)['use-made']>

export const useMade = defineCommand({
  name: 'use-made',
  options: pressed['use-made'],
  hidden: true,
  opensForm: true,
  isPrivate: () => true,
  async run(call, core) {
    await core.accounts.requireAccount(call.user)
    return renderUseForm(call.words, call.options, core.prices)
  },
})

/** What the form sends. */
export const useWith = defineCommand({
  name: 'use-with',
  options: pressed['use-with'],
  hidden: true,
  charges: true,
  isPrivate: (options) => options.private === true,
  async run(call, core) {
    const { id: owner } = await core.accounts.requireAccount(call.user)
    const { prompt, private: hidden = false, image, image2, image3 } = call.options
    const job = await core.images.order({
      ...{ owner, prompt, private: hidden, call: call.id, origin: call.origin },
      brought: [await findMade(call, core), ...listGiven(image, image2, image3)],
    })
    return await followJob(call, core, job, { private: hidden })
  },
})

/** Made again from its words, the same to the last pixel; or else as its message shows it, or what it was made of. */
async function findMade(call: Call<Made>, core: Core): Promise<Pick<Attachment, 'size' | 'read'>> {
  const { text, picture } = call.options
  const brought = picture === undefined ? undefined : await findBrought(call, core, picture)
  // Its bytes are counted once they are there.
  if (text !== undefined) return { size: 0, read: () => makeAgain(call, core, text, brought) }
  return brought ?? call.findShown?.() ?? refuseGone()
}

/** Rejects with `press-refused` for whoever did not bring it. */
async function findBrought(call: Call<Made>, core: Core, picture: string): Promise<Attachment> {
  if (!(await isOffered(call, core, call.options))) throw new CoreError('press-refused', {})
  const [brought] = (await call.findAttachments?.(picture, 1)) ?? []
  return brought ?? refuseGone()
}

const refuseGone = (): never => {
  throw new CoreError('attachment-unavailable', {})
}

async function makeAgain(
  call: Call<Made>,
  core: Core,
  text: string,
  logo: Attachment | undefined,
): Promise<Uint8Array<ArrayBuffer>> {
  const { tool, size = '', color, background } = call.options
  const colors = { ...(color !== undefined && { color }), ...(background !== undefined && { background }) }
  const { files } =
    tool === 'placeholder'
      ? await core.utilities.run('placeholder', call, () =>
          readPlaceholder({ text, size, ...colors, locale: call.locale }),
        )
      : await core.utilities.run('qr', call, async () => ({
          ...readQr({ text, size: Number(size), ...colors }),
          ...(logo && { image: await readBrought(logo) }),
        }))
  const [{ bytes }] = files
  return bytes
}
