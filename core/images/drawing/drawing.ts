/** Draws a generation. Each step may be cut off anywhere and taken up by another process. */

import { createHash } from 'node:crypto'
import { CoreError, hasCode } from '#core/errors.ts'
import { giveBack } from '#core/images/charging/charging.ts'
import { findVendorCost } from '#core/images/charging/vendor-cost.ts'
import type { Generation } from '#core/images/generation.ts'
import type { Drawing, DrawOptions, DrawRequest, ImageModel } from '#core/images/image-model.ts'
import { findAbilities } from '#core/images/known-models.ts'
import { everyAbility } from '#core/images/model-abilities.ts'
import { findModel, type Models } from '#core/images/models.ts'
import { fitAsked } from '#core/images/ordering/fit-asked.ts'
import { isPreset } from '#core/images/presets/presets.ts'
import type { Turn } from '#core/images/rate/vendor-rate.ts'
import type { Sources } from '#core/images/sources/sources.ts'
import { type Tool, tools } from '#core/images/tools.ts'
import { endBy } from './end-by.ts'
import { type EndingPorts, fail } from './ending.ts'
import { type HostingPorts, hostDrawn, hostKept } from './hosting.ts'
import { createLease, letGo } from './leases.ts'

export interface DrawingPorts
  extends HostingPorts,
    EndingPorts,
    Models<Pick<ImageModel, 'id' | 'abilities' | 'draw'>> {
  sources: Pick<Sources, 'read'>
}

/** What `draw` tells on its way. */
export interface DrawWatch {
  signal: AbortSignal
  turn: Turn
  onPartial(picture: Uint8Array<ArrayBuffer>): void
  onHosting(): void
}

/**
 * What a generation has from its being accepted until its pictures are hosted; its process may still die, and another
 * give the credits back, within 15 minutes. Milliseconds.
 */
export const longestLife = 13 * 60_000
/** What drawing and hosting have at least, also where nobody worked for long. Milliseconds. */
const leastTime = 3.5 * 60_000
/** What hosting kept pictures has at least, also where nobody could for long. Milliseconds. */
const leastHosting = 60_000

/** Draws and hosts the pictures: answers with it `ready`, `refunded`, or undefined when it is no longer this process's. */
export async function draw(
  ports: DrawingPorts,
  generation: Generation,
  watch: DrawWatch,
): Promise<Generation | undefined> {
  const { generations, clock, owner } = ports
  // The one that it was accepted for may be configured no longer.
  const { id: model } = findModel(ports, generation.model)
  const drawing = await generations.change(
    generation.id,
    { status: ['recorded'], leaseHolder: owner },
    { status: 'drawing', drawingAt: clock.now(), lease: createLease(ports), model },
  )
  if (!drawing) return await settleLateCharge(ports, generation)
  const begun = clock.now()
  const until = Math.max(drawing.createdAt + longestLife, begun + leastTime)
  let isDrawn = false
  const late = () =>
    isDrawn
      ? new CoreError('hosting-failed', {})
      : new CoreError('vendor-timeout', { after: clock.now() - begun })
  return await finish(ports, drawing, { until, signal: watch.signal, late }, async (signal) => {
    const drawn = await buy(ports, drawing, { ...watch, signal })
    isDrawn = true
    watch.onHosting()
    return await hostDrawn(ports, drawing, drawn, { signal, until })
  })
}

/** Hosts what an earlier process on this disk has kept, and answers as `draw` does. */
export async function finishKept(
  ports: DrawingPorts,
  generation: Generation,
  signal: AbortSignal,
): Promise<Generation | undefined> {
  const until = Math.max(generation.createdAt + longestLife, ports.clock.now() + leastHosting)
  const late = () => new CoreError('hosting-failed', {})
  return await finish(ports, generation, { until, signal, late }, (signal) =>
    hostKept(ports, generation, { signal, until }),
  )
}

/** Rejects with `stopping` what is left to the next start on this disk; anything else ends it. */
async function finish(
  ports: DrawingPorts,
  drawing: Generation,
  { until, signal, late }: { until: number; signal: AbortSignal; late: () => CoreError },
  work: (signal: AbortSignal) => Promise<Generation | undefined>,
): Promise<Generation | undefined> {
  try {
    return await endBy({ clock: ports.clock, at: until, signal, late }, work)
  } catch (error) {
    if (!hasCode(error, 'stopping') || !ports.keeping.has(drawing.id))
      return await fail(ports, drawing, error)
    await letGo(ports, drawing.id)
    throw error
  }
}

/** Nothing is bought while it could not be hosted. */
async function buy(
  { hosting, sources, log, ...models }: DrawingPorts,
  drawing: Generation,
  { signal, turn, onPartial }: DrawWatch,
): Promise<Drawing> {
  await hosting.ready(signal)
  const read = await sources.read(drawing)
  await turn()
  await hosting.ready(signal)
  const model = findModel(models, drawing.model)
  const drawn = await model.draw(writeRequest(drawing, model, read), {
    generation: drawing.id,
    signal,
    turn,
    onPartial,
    safetyIdentifier: createHash('sha256').update(drawing.owner).digest('hex'),
  } satisfies DrawOptions)
  const cost = findVendorCost(model.id, drawn.usage)
  const fields = {
    generation: drawing.id,
    model: model.id,
    ...drawn.usage,
    ...(cost !== undefined && { cost }),
  }
  log.info(fields, 'Pictures were drawn')
  return drawn
}

/**
 * What another process has ended meanwhile, it may have ended before this process's charge arrived: then nobody
 * else gives it back.
 */
async function settleLateCharge(ports: DrawingPorts, { id }: Generation): Promise<undefined> {
  const found = await ports.generations.find({ id })
  if (found && (found.status === 'failing' || found.status === 'refunded')) await giveBack(ports, found)
}

/** What was asked for, as it is sent to the model: fitted to it, as it may have been accepted for another. */
function writeRequest(
  { asked: given, model }: Generation,
  { abilities = everyAbility }: Pick<ImageModel, 'abilities'>,
  sources: DrawRequest['sources'],
): DrawRequest {
  const asked = fitAsked(given, abilities)
  const { tool, prompt, fields = {}, size, quality, count, background } = asked
  const { instruct, ...sent }: Tool = tools[tool]
  // As it is finished by.
  const spells = findAbilities(model).spells === true
  return {
    prompt: instruct(prompt, { fields, spells, pictures: sources.length }),
    ...{ size, quality, count, background, sources, ...sent },
    ...(isPreset(tool) && { wordless: true }),
    // What is not to be changed is to stay.
    ...(fields.change !== undefined && { inputFidelity: 'high' }),
  }
}
