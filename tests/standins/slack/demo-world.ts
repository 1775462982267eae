/** A small world to show a bot in: one workspace, a few people, every kind of channel. */
import type { SlackStandin } from './start.ts'

/** Installs the app and returns who and what was made. */
export function createDemoWorld(slack: SlackStandin) {
  const team = slack.createTeam({ name: 'Lighthouse Studio' })
  const installation = slack.install(team)
  const ada = slack.createPerson(team, { name: 'ada', admin: true })
  const ben = slack.createPerson(team, { name: 'ben' })
  const members = [ada, ben]
  return {
    team,
    installation,
    ada,
    ben,
    general: slack.createChannel(team, { name: 'general', members }),
    design: slack.createChannel(team, { name: 'design', kind: 'private', members }),
    random: slack.createChannel(team, { name: 'random', members, bot: false }),
  }
}
