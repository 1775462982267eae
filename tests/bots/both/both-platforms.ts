/** One bot on both platforms, with a server and a workspace that are one team, each with a gallery. */
import { onTestFinished } from 'vitest'
import { commands } from '#bots/commands/index.ts'
import { createSlack, type Slack } from '#bots/slack/platform.ts'
import { listScopes } from '#bots/slack/register.ts'
import { startSlackStandin } from '#tests/standins/slack/start.ts'
import { createMovedClock } from '../boot.ts'
import { startRig } from '../discord/rig.ts'

export async function openBothPlatforms() {
  const slack = await startSlackStandin({ clock: createMovedClock() })
  const team = slack.createTeam({ name: 'Lighthouse Studio' })
  const { token } = slack.install(team, { scopes: listScopes(commands), org: false })
  const eve = slack.createPerson(team, { name: 'eve' })
  const bilder = slack.createChannel(team, { name: 'bilder', members: [eve] })
  let platform: Slack | undefined
  const rig = await startRig({
    createBeside({ store, core, ...bot }) {
      platform = createSlack({
        ...{ ...bot, core, commands, records: store.records, pictures: core.pictures },
        ...{ botToken: token, appToken: slack.app.appToken, apiUrl: slack.apiUrl },
        ...{ publicUrl: 'https://bot.test', servesPictures: false },
      })
      return platform
    },
  })
  await platform?.start()
  onTestFinished(async () => {
    await platform?.stop()
    await platform?.close()
    await slack.close()
  })
  const art = rig.standin.createChannel(rig.guild, 'art')
  const here = { platform: 'discord', id: rig.guild.id } as const
  const there = { platform: 'slack', id: team.id } as const
  const { ties } = rig.core.teams
  const step = await ties.take(await ties.offer({ ...here, title: 'A' }), { ...there, title: 'B' })
  await ties.tie('code' in step ? step.code : '', here, 'root')
  await rig.core.teams.setGallery(here, art.id)
  await rig.core.teams.setGallery(there, bilder.id)
  return {
    rig,
    eve,
    here,
    bilder: { ...there, channel: bilder.id },
    onDiscord: () => art.visibleTo(rig.ann),
    onSlack: () => bilder.visibleTo(eve),
  }
}
