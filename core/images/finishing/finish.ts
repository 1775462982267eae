/** Finishes drawn pictures as their preset says; where that fails, they are shown as drawn. */
import type { PreparePicture } from '#core/hosting/image-host.ts'
import type { Finish, Generation } from '#core/images/generation.ts'
import { findAbilities } from '#core/images/known-models.ts'
import { isLettered } from '#core/images/presets/preset.ts'
import { findPreset } from '#core/images/presets/presets.ts'
import { type Log, logFailure } from '#core/log.ts'

type Prepared = Awaited<ReturnType<PreparePicture>>

/** Never rejects; the same again where it is done again, also by another process. */
export async function finishPicture(
  { id, asked, model, origin }: Pick<Generation, 'id' | 'asked' | 'model' | 'origin'>,
  drawn: Prepared,
  log: Log,
): Promise<Prepared & { finish?: Finish }> {
  const preset = findPreset(asked.tool)
  if (!preset) return drawn
  const { fields = {} } = asked
  try {
    // Sharp is loaded with the first picture.
    const { finishPreset } = await import('./finish-preset.ts')
    const lettered = isLettered(preset, fields, findAbilities(model).spells === true)
    const finished = await finishPreset(drawn.bytes, preset, fields, lettered, origin.locale)
    const { color } = drawn.decode ? await drawn.decode() : drawn
    return { ...finished, mime: 'image/png', ...(color !== undefined && { color }) }
  } catch (error) {
    logFailure(
      log,
      error,
      { generation: id },
      'A picture is shown as it was drawn, since it could not be finished',
    )
    return { ...drawn, finish: { failed: true } }
  }
}
