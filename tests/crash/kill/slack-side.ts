/** A Slack workspace in which people ask for pictures. */
import { commands } from '#bots/commands/index.ts'
import { renderCallId } from '#bots/slack/receive.ts'
import { listScopes } from '#bots/slack/register.ts'
import type { Interaction } from '#tests/standins/slack/interaction.ts'
import { startSlackStandin } from '#tests/standins/slack/start.ts'
import { leadTo } from '#tests/variables.ts'
import { oneOf, refusal, type Side, showsResult } from './side.ts'

export async function startSlackSide(size: number) {
  const slack = await startSlackStandin()
  const workspace = slack.createTeam({ name: 'Lighthouse' })
  const { token } = slack.install(workspace, { scopes: listScopes(commands) })
  const people = Array.from({ length: size }, (_, index) =>
    slack.createPerson(workspace, { name: `person-${index}` }),
  )
  const channel = slack.createChannel(workspace, { name: 'general', members: people })
  const asked: Interaction[] = []

  const side: Side = {
    env: leadTo.slack(slack, token),
    people: people.map(({ id, name }) => ({ user: `${workspace.id}:${id}`, name })),
    ask(prompt, random) {
      asked.push(oneOf(random, people).slash(channel, '/imagine', `${prompt} --quality draft`))
    },
    listAsked: () =>
      Promise.all(
        asked.map(async ({ id, acknowledged, replies }) => ({
          call: renderCallId(id),
          acknowledged: (await acknowledged).ok,
          refused: replies.some(({ shown }) => shown.includes(refusal)),
        })),
      ),
    countShown(generation) {
      const places = [channel, ...people.map(({ dm }) => dm)]
      const messages = new Set(places.flatMap((place) => people.flatMap((person) => place.visibleTo(person))))
      return [...messages].filter(({ shown }) => showsResult(shown, generation)).length
    },
    faults: slack.faults,
    close: slack.close,
  }
  return { slack, people, channel, side }
}
