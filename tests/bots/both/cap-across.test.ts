/** Tests that what is asked for at a cap on one platform is approved by an admin on the other, and drawn where it was asked. */
import { expect, it } from 'vitest'
import { createLedger } from '#core/credits/ledger.ts'
import { payerOfTeam } from '#core/credits/wallet.ts'
import { openBothPlatforms } from './both-platforms.ts'
import { until } from './chat.ts'

async function openScene() {
  const scene = await openBothPlatforms()
  const { rig, eve, here, bilder } = scene
  const { core, store, ann } = rig
  await core.start()
  const team = `discord:${here.id}`
  const wallet = payerOfTeam(team)
  const ledger = createLedger(store.ledger, { now: Date.now, sleep: async () => undefined })
  await ledger.append({ wallet, key: 'gift', kind: 'grant', amount: 100, reference: 'gift' })
  const adminsChannel = { platform: 'slack', team: bilder.id, channel: bilder.channel } as const
  const settle = { by: 'root', what: 'admins-channel' } as const
  await core.teams.changeSettings(team, (before) => ({ ...before, memberCap: 5, adminsChannel }), settle)
  const { id } = await core.accounts.openAccount({
    ...{ platform: 'slack', user: `${bilder.id}:${eve.id}`, name: 'eve' },
  })
  await core.teams.setRole(team, { account: id, name: 'eve' }, 'admin', 'root')
  const onDiscord = () =>
    rig.channel
      .visibleTo(ann)
      .map(({ text }) => text)
      .join(' ')
  return { ...scene, onDiscord, balance: () => ledger.findBalance(wallet) }
}

it('is asked on Discord, approved on Slack, and drawn on Discord', async () => {
  const { rig, eve, onDiscord, onSlack, balance } = await openScene()
  rig.ann.command(rig.channel, 'imagine', { prompt: 'a red fox' })
  await rig.answered(1)
  const refused = rig.channel.visibleTo(rig.ann).find(({ text }) => text.includes('0 of the 5 credits'))
  if (!refused) throw new Error('It was not refused')
  rig.ann.press(refused, 'Ask for 50 more')
  await rig.answered(2)
  const asked = onSlack().find(({ shown }) => /ann\W+asks for\W+50 more credits/.test(shown))
  if (!asked) throw new Error('Nobody was asked')
  expect(asked.shown).toMatch(/used\s+0 of their 5 credits.*costs 10/s)
  expect(asked.shown).not.toMatch(/a red fox/)

  await eve.press(asked, 'Approve').settled
  await rig.answered(3)
  await until(() => /asked by ann · price 10 credits · paid by the team/.test(onDiscord()))
  expect(await balance()).toBe(90)
  const says = onSlack().map(({ shown }) => shown.replace(/\s+/g, ' '))
  expect(says.join(' ')).toMatch(/ann asked for 50 more credits in .+ Approved by eve/)
  expect(says.join(' ')).not.toMatch(/Decline /)
  expect(onDiscord()).toMatch(/eve\W+approved\W+50 more credits/)
})
