/** Tests one bot on both platforms, with a server and a workspace that are one team: one gallery, and one vote a person. */
import { expect, it, onTestFinished } from 'vitest'
import { commands } from '#bots/commands/index.ts'
import { createSlack, type Slack } from '#bots/slack/platform.ts'
import { listScopes } from '#bots/slack/register.ts'
import { labelOf } from '#tests/standins/slack/actions/find-element.ts'
import { elementsOf, flattenBlocks } from '#tests/standins/slack/blocks/shape.ts'
import { startSlackStandin } from '#tests/standins/slack/start.ts'
import { createMovedClock } from '../boot.ts'
import { startRig } from '../discord/rig.ts'

async function createScene() {
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
  return { rig, eve, onDiscord: () => art.visibleTo(rig.ann), onSlack: () => bilder.visibleTo(eve) }
}

it('posts in both, counts the votes of both under both, and takes back from both', async () => {
  const { rig, eve, onDiscord, onSlack } = await createScene()
  rig.ann.command(rig.channel, 'imagine', { prompt: 'a red fox' })
  await rig.answered(1)
  const [made] = rig.channel.visibleTo(rig.ann)
  if (!made) throw new Error('Nothing was made')
  rig.ann.press(made, 'Share')
  await rig.answered(2)
  const [post] = onDiscord()
  const [other] = onSlack()
  if (!post || !other) throw new Error('It is not posted in both')
  for (const text of [post.text, other.shown]) expect(text).toMatch(/ann.*shares a picture.*a red fox/s)

  const labels = () => [
    ...onDiscord().flatMap(({ buttons }) => buttons.map(({ label }) => label)),
    ...onSlack().flatMap(({ blocks }) => flattenBlocks(blocks).flatMap(elementsOf).map(labelOf)),
  ]
  rig.ann.press(post, 'Vote')
  await rig.answered(3)
  await eve.press(onSlack()[0] ?? other, 'Vote · 1').settled
  await rig.answered(4)
  expect(labels().filter((each) => each?.startsWith('Vote'))).toEqual(['Vote · 2', 'Vote · 2'])
  // Sooner, it would be a double click.
  rig.advance(2_000)
  await eve.press(onSlack()[0] ?? other, 'Vote · 2').settled
  await rig.answered(5)
  expect(labels().filter((each) => each?.startsWith('Vote'))).toEqual(['Vote · 1', 'Vote · 1'])

  expect(onDiscord()[0]?.pictures).toEqual(post.pictures)

  rig.ann.press(onDiscord()[0] ?? post, 'Unshare')
  await rig.answered(6)
  const shown = [...onDiscord().map(({ text }) => text), ...onSlack().map((each) => each.shown)]
  expect(shown.filter((each) => each.includes('a red fox'))).toEqual([])
})
