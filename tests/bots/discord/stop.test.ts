/** A process that is to end, while Discord hangs: it waits for nothing long, and leaves the picture to the next one. */
import { expect, it } from 'vitest'
import { settle } from '#tests/settle.ts'
import type { RouteName } from '#tests/standins/discord/route.ts'
import { begin, finish } from './drawing.ts'
import { startRig } from './rig.ts'

const everything = [
  'edit-original',
  'delete-original',
  'create-follow-up',
  'create-message',
  'create-dm',
] as const satisfies readonly RouteName[]

it('gives up a last edit that hangs, and leaves the picture to the next process', async () => {
  const rig = await startRig({ shutdown: 50, progressEvery: 20 })
  const drawn = await begin(rig, 'drawing')
  const end = rig.standin.trouble({ kind: 'hang', routes: [...everything], times: 1_000 })
  rig.model.release()
  await rig.platform.stop()
  await rig.answered(1)
  // What nobody has been shown is in no history yet.
  expect((await rig.history(rig.ann)).generations).toEqual([])
  end()
  await rig.restart()
  await rig.core.start()
  await rig.standin.waitFor(() => drawn.message?.pictures.length === 1, 'the picture')
  expect(drawn.messages).toHaveLength(1)
})

it('gives what begins even later a moment', async () => {
  const rig = await startRig({ shutdown: 0, progressEvery: 20 })
  const drawn = await begin(rig, 'drawing')
  await rig.platform.stop()
  await settle()
  await finish(rig)
  expect(drawn.message?.pictures).toHaveLength(1)
  expect((await rig.history(rig.ann)).generations[0]).toMatchObject({ delivery: 'reply' })
})
