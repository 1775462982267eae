/** Names that would ping or format: shown as they are, in whatever tells who asked. */
import { expect, it } from 'vitest'
import { startRig as startDiscord } from '../discord/rig.ts'
import { startRig as startSlack } from '../slack/rig.ts'

it.each(['@everyone', '<@1> **bold**', '@here\n> quoted'])('pings nobody on Discord: %j', async (name) => {
  const rig = await startDiscord()
  const person = await rig.join(name)
  person.command(rig.channel, 'imagine', { prompt: 'a boat' })
  await rig.answered(1)
  const [shown] = rig.channel.visibleTo(rig.ann)
  expect(shown?.pings).toEqual([])
  expect(shown?.mentions).toEqual([])
  expect(shown?.text.replace(/[\\\u200b]/g, '')).toContain(`-# asked by ${name.replace(/\s+/g, ' ')} · price`)
  expect(shown?.text).not.toContain('\n> quoted')
})

it.each(['<!channel>', '<@U1> *bold*'])('pings nobody on Slack: %j', async (name) => {
  const { slack, team, general, core, answered, ben } = await startSlack()
  const person = slack.createPerson(team, { name })
  await core.accounts.openAccount({ platform: 'slack', user: `${team.id}:${person.id}`, name })
  person.slash(general, '/imagine', 'a boat')
  await answered()
  const [shown] = general.visibleTo(ben)
  expect([shown?.pings, shown?.formats]).toEqual([[], []])
  expect(shown?.shown).toContain(`asked by ${name} · price`)
})
