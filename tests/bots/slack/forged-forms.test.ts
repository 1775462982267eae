/** Where a form's answer goes is what this program has said; whoever makes up a place is answered alone. */
import { expect, it } from 'vitest'
import { isPicture, startRig } from './rig.ts'

it.each<[string, (carried: Record<string, unknown>, design: string) => object]>([
  ['another channel', (carried, design) => ({ ...carried, channel: design })],
  ['another channel without a seal', ({ seal: _, ...carried }, design) => ({ ...carried, channel: design })],
  ['its place, as earlier versions said it', ({ seal: _, ...carried }) => carried],
  ['a seal of another type', (carried) => ({ ...carried, seal: 7 })],
  ['another thread', (carried) => ({ ...carried, thread: '1.1' })],
])('a form that says %s', async (_what, forge) => {
  const { ada, ben, general, design, slack, answered } = await startRig()
  slack.operator.addBot(design)
  const form = await ada.slash(general, '/imagine').modal()
  const carried = JSON.parse(String(form.content.private_metadata))
  form.content = { ...form.content, private_metadata: JSON.stringify(forge(carried, design.id)) }
  ada.submitView(form, { '0:prompt': 'a gull' })
  await answered()
  for (const channel of [general, design]) expect(channel.visibleTo(ben)).toEqual([])
  expect(ada.dm.visibleTo(ada)).toHaveLength(1)
})

it('an honest form is answered where it was opened, also after a restart', async () => {
  const rig = await startRig()
  const { ada, ben, general, answered } = rig
  const form = await ada.slash(general, '/imagine').modal()
  await rig.restart()
  ada.submitView(form, { '0:prompt': 'a gull' })
  await answered()
  expect(general.visibleTo(ben).map(isPicture)).toEqual([true])
})
