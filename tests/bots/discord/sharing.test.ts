/** Posts that Discord may have made: shared pictures and deliveries are there once, and people know what to do. */
import { PermissionFlagsBits } from 'discord-api-types/v10'
import { expect, it } from 'vitest'
import { renderPicture } from '#bots/messages/picture.ts'
import { speak, usualPrices } from '#core/index.ts'
import { inEnglish } from '../calls.ts'
import { findPictures, impatient } from './drawing.ts'
import { startRig } from './rig.ts'

const words = speak(undefined)

async function drawToShare() {
  const rig = await startRig(impatient)
  const boss = await rig.join('boss', PermissionFlagsBits.ManageGuild)
  const gallery = rig.standin.createChannel(rig.guild)
  boss.command(rig.channel, 'gallery', { channel: gallery })
  await rig.answered(1)
  const drawn = rig.ann.command(rig.channel, 'imagine', { prompt: 'a ship' })
  await rig.answered(2)
  let calls = 2
  /** Presses, and reads the answer. */
  async function press(label: string, on = drawn.message) {
    if (!on) throw new Error('No message')
    rig.advance(2_000)
    calls += 1
    const pressed = rig.ann.press(on, label)
    await rig.answered(calls)
    return pressed.message
  }
  const seen = () => findPictures(rig.ann, gallery)
  return { rig, boss, gallery, press, seen }
}

it.each([
  [{ status: 503 }, 3],
  [{ page: 200 }, 1],
] as const)('does not blame permissions where Discord answers %o', async (kind, times) => {
  const { rig, press, seen } = await drawToShare()
  rig.standin.trouble({ kind, routes: ['create-message'], times })
  const told = await press('Share')
  expect(told?.text).toContain('Check the channel before you try again')
  expect(told?.text).not.toContain('Invite')
  expect(seen()).toEqual([])
  expect((await press('Share'))?.text).toContain('the gallery channel](<https://discord.com/')
})

it('shares once where the answers were lost, and anew after it was taken back', async () => {
  const { rig, press, seen } = await drawToShare()
  rig.standin.trouble({ kind: 'reset', routes: ['create-message'], times: 3, afterwards: true })
  expect((await press('Share'))?.text).toContain('Check the channel')
  expect(seen()).toHaveLength(1)
  const shared = await press('Share')
  expect(shared?.text).toContain('the gallery channel](<https://discord.com/')
  expect(seen()).toHaveLength(1)
  await press('Unshare', shared)
  expect(seen()).toEqual([])
  await press('Share')
  expect(seen()).toHaveLength(1)
})

it('tells an admin the same of /gallery', async () => {
  const { rig, boss, gallery } = await drawToShare()
  rig.standin.trouble({ kind: { rateLimit: 'user', retryAfter: 60 }, routes: ['create-message'] })
  const asked = boss.command(rig.channel, 'gallery', { channel: gallery })
  await rig.answered(3)
  expect(asked.message?.text).toContain('isn’t taking messages')
})

it('delivers a picture once, also where a second process does it again', async () => {
  const rig = await startRig()
  rig.ann.command(rig.channel, 'imagine', { prompt: 'a boat' })
  await rig.answered(1)
  const [made] = (await rig.history(rig.ann)).generations
  if (!made) throw new Error('Nothing was made')
  const user = { platform: 'discord' as const, user: rig.ann.id, name: 'ann' }
  const picture = renderPicture(words, made, { prices: usualPrices, private: false, asker: 'ann' })
  const message = inEnglish({ ...picture, delivers: made.id })
  rig.advance(15 * 60_000)
  const before = rig.channel.visibleTo(rig.ann).length
  await rig.platform.send(made.origin, user, message)
  await rig.restart()
  await rig.platform.send(made.origin, user, message)
  expect(rig.channel.visibleTo(rig.ann)).toHaveLength(before + 1)
})
