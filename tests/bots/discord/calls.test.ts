/** What people see of their commands on Discord. */
import { expect, it } from 'vitest'
import { startRig } from './rig.ts'

it('acknowledges, shows progress in place, and delivers one public picture', async () => {
  const { channel, ann, model, balance, history, answered } = await startRig({ progressEvery: 1 })
  model.hold(1)
  const before = await balance(ann)
  const handle = ann.command(channel, 'imagine', { prompt: 'a lighthouse' })
  await handle.waitFor(({ message }) => message?.pictures.length === 1)
  expect(handle.message?.text).toContain('> a lighthouse')
  expect(handle.message?.pictures[0]?.alt).toBe('The picture so far')
  model.release()
  await answered(1)
  const [generation] = (await history(ann)).generations
  expect(handle.messages).toHaveLength(1)
  expect(handle.ephemeral).toBe(false)
  expect(handle.message?.pictures).toEqual([{ url: generation?.pictures[0]?.url, alt: 'a lighthouse' }])
  expect(handle.message?.attachments).toEqual([])
  expect(handle.message?.text).toContain(generation?.id)
  expect(await balance(ann)).toBe(before - 10)
  expect(generation?.status).toBe('delivered')
})

it('keeps private answers and refusals to the one who asked', async () => {
  const { standin, guild, channel, ann } = await startRig()
  const ben = standin.createPerson('ben')
  standin.join(guild, ben)
  const hidden = await ann.command(channel, 'imagine', { prompt: 'a gift', private: true }).settled()
  await hidden.waitFor(({ message }) => message?.pictures.length === 1)
  const refused = ben.command(channel, 'imagine', { prompt: 'x' })
  await refused.waitFor(({ followUps }) => followUps.length === 1)
  expect(refused.message).toBeUndefined()
  expect(refused.followUps[0]).toMatchObject({ ephemeral: true })
  expect(refused.followUps[0]?.text).toContain('Connect your account first')
  expect(channel.visibleTo(ann).map(({ ephemeral }) => ephemeral)).toEqual([true])
  expect(channel.visibleTo(ben).map(({ ephemeral }) => ephemeral)).toEqual([true])
})
