/** The menu of a message: what is chosen there is about the picture that the message shows. */
import { expect, it } from 'vitest'
import type { Person } from '#tests/standins/discord/person.ts'
import type { Channel } from '#tests/standins/discord/world.ts'
import { startRig } from './rig.ts'

const name = 'Change this…'

function newest(channel: Channel, who: Person) {
  const view = channel.visibleTo(who).at(-1)
  if (!view) throw new Error('Nothing is shown')
  return view
}

it('changes the picture of a message, whoever asked for that', async () => {
  const { ann, join, channel, answered, history } = await startRig()
  const ben = await join('ben')
  ann.command(channel, 'imagine', { prompt: 'a fox' })
  await answered(1)
  const picture = newest(channel, ben)
  const { modal } = await ben.messageCommand(picture, name).settled()
  if (!modal) throw new Error('No form was opened')
  ben.submitModal(modal, { prompt: 'make it bluer' })
  await answered(3)
  expect(channel.visibleTo(ann).at(-1)?.text).toContain('1 a fox · 2 make it bluer')
  const { generations } = await history(ben)
  expect(generations.map(({ asked }) => asked)).toMatchObject([{ tool: 'change', prompt: 'make it bluer' }])
})

it('asks which of several', async () => {
  const { ann, channel, answered } = await startRig()
  ann.command(channel, 'imagine', { prompt: 'a fox', count: 3 })
  await answered(1)
  const told = await ann.messageCommand(newest(channel, ann), name).settled()
  expect(told.modal).toBeUndefined()
  await answered(2)
  expect(channel.visibleTo(ann).at(-1)?.text).toContain('Which one?')
})

it('says so where a message shows no picture', async () => {
  const { ann, channel, answered } = await startRig()
  ann.command(channel, 'help')
  await answered(1)
  await ann.messageCommand(newest(channel, ann), name).settled()
  await answered(2)
  expect(channel.visibleTo(ann).at(-1)?.text).toContain('no picture here to change')
})
