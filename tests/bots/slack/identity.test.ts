/** One person is one identity, whatever they do and wherever in their organisation; earlier links keep working. */
import type { BlockAction, MessageShortcut, SlashCommand, ViewSubmitAction } from '@slack/bolt'
import { describe, expect, it } from 'vitest'
import { readVisit } from '#bots/slack/home.ts'
import { identify, isUncertain, type Member, type Seen } from '#bots/slack/identity.ts'
import { readCommand, readForm, readPress, readTalk } from '#bots/slack/receive.ts'
import { readShortcut } from '#bots/slack/shortcut.ts'
import { startRig } from './rig.ts'

const there = { person: 'U1', team: 'T1', name: 'ada' }

it.each<[Seen, Member | undefined, string, string[]]>([
  [there, undefined, 'T1:U1', []],
  [{ ...there, own: 'T1' }, undefined, 'T1:U1', []],
  [there, { team: 'T1', enterprise: 'E1' }, 'T1:U1', ['E1:U1']],
  [{ ...there, own: 'T1' }, { team: 'T1', enterprise: 'E1' }, 'T1:U1', ['E1:U1']],
  [{ ...there, own: 'T2' }, undefined, 'T2:U1', ['T1:U1']],
  [{ ...there, own: 'T2' }, { team: 'T2' }, 'T2:U1', ['T1:U1']],
  [{ ...there, own: 'T2' }, { team: 'T2', enterprise: 'E2' }, 'E2:U1', ['T2:U1', 'T1:U1']],
  [{ ...there, enterprise: 'E1' }, undefined, 'E1:U1', ['T1:U1']],
  [{ ...there, enterprise: 'E1', own: 'T3' }, undefined, 'E1:U1', ['T3:U1', 'T1:U1']],
  [{ ...there, enterprise: 'E1', own: 'E1' }, undefined, 'E1:U1', ['T1:U1']],
  [{ ...there, enterprise: 'E1', own: 'T2', shared: true }, undefined, 'T2:U1', ['E1:U1', 'T1:U1']],
  [{ ...there, enterprise: 'E1', own: 'T2' }, { team: 'T2' }, 'T2:U1', ['E1:U1', 'T1:U1']],
  [
    { ...there, enterprise: 'E1' },
    { team: 'T3', enterprise: 'E1', teams: ['T3', 'T1', 'T4'] },
    'E1:U1',
    ['T3:U1', 'T1:U1', 'T4:U1'],
  ],
  [
    { ...there, enterprise: 'E1', own: 'T2', shared: true },
    { team: 'T2', enterprise: 'E2' },
    'E2:U1',
    ['T2:U1', 'E1:U1', 'T1:U1'],
  ],
])('knows %o, of whom Slack says %o, as %s', (seen, member, user, formerly) => {
  expect(identify(seen, member)).toEqual({
    platform: 'slack',
    user,
    name: 'ada',
    ...(formerly.length > 0 && { formerly }),
  })
})

it('asks Slack only where the event does not tell', () => {
  expect(
    [there, { ...there, own: 'T1' }, { ...there, enterprise: 'E1', own: 'E1' }].map(isUncertain),
  ).toEqual([false, false, false])
  expect(
    [
      { ...there, own: 'T2' },
      { ...there, enterprise: 'E1' },
    ].map(isUncertain),
  ).toEqual([true, true])
})

describe('a colleague of another workspace in the organisation', () => {
  const actor = {
    enterprise: { id: 'E1' },
    team: { id: 'T1', enterprise_id: 'E1' },
    user: { id: 'U1', team_id: 'T3', name: 'ada' },
    trigger_id: 'x',
  }
  const envelope = {
    team_id: 'T1',
    enterprise_id: 'E1',
    event_id: 'Ev1',
    authorizations: [{ team_id: 'T1', enterprise_id: 'E1' }],
    is_ext_shared_channel: false,
  }
  const talk = { channel: 'C1', user: 'U1', text: 'x', ts: '1', user_team: 'T3' }
  const metadata = JSON.stringify({ command: 'imagine', channel: 'C1', direct: false })
  const view = { id: 'V1', app_installed_team_id: 'T1', private_metadata: metadata, state: { values: {} } }
  const press = {
    ...actor,
    actions: [{ action_id: 'call:0:again', value: 'x' }],
    container: { message_ts: '1' },
    channel: { id: 'C1' },
  }
  const shortcut = { ...actor, message: { text: 'x' }, message_ts: '1', channel: { id: 'C1' } }
  const typed = { team_id: 'T1', enterprise_id: 'E1', user_id: 'U1', trigger_id: 'x', command: '/a' }

  it.each([
    ['a mention', readTalk({ ...envelope, event: { type: 'app_mention', ...talk } }, 'B1')],
    ['words', readTalk({ ...envelope, event: { type: 'message', channel_type: 'im', ...talk } }, 'B1')],
    ['the Home tab', readVisit({ ...envelope, event: { user: 'U1' } })],
    ['a command', readCommand(typed as SlashCommand, 0)],
    ['a press', readPress(press as unknown as BlockAction, 0)],
    ['a form', readForm({ ...actor, view } as unknown as ViewSubmitAction)],
    ['a shortcut', readShortcut(shortcut as unknown as MessageShortcut, 0)],
  ])('is the same by %s', (_way, received) => {
    expect(received?.user.user).toBe('E1:U1')
  })

  async function startOrganisation() {
    const rig = await startRig({ org: true })
    const { slack, team, general } = rig
    const other = slack.createTeam({
      name: 'Harbour',
      ...(team.enterprise && { enterprise: team.enterprise }),
    })
    const cyd = slack.createPerson(other, { name: 'cyd' })
    general.members.add(cyd.id)
    const event = { user_team: other.id, team: team.id }
    const here = { team_id: team.id, context_team_id: team.id }
    const mention = () => cyd.mention(general, 'credits', { event, envelope: here }).message()
    const type = () => cyd.slash(general, '/credits').reply()
    const tie = (home: string) =>
      rig.core.accounts.openAccount({ platform: 'slack', user: `${home}:${cyd.id}`, name: 'cyd' })
    return { ...rig, rig, cyd, other, mention, type, tie }
  }

  it.each(['the organisation', 'their workspace'])('uses one account, linked under %s', async (home) => {
    const { rig, team, other, cyd, mention, type, tie } = await startOrganisation()
    await tie(home === 'their workspace' ? other.id : (team.enterprise?.id ?? ''))
    for (const ask of [mention, type]) expect((await ask()).shown).toContain('You have')
    expect(JSON.stringify((await cyd.openHome().view()).content)).toContain('1,000,000 credits')
    const question = await cyd.slash(rig.general, '/unlink').reply()
    await cyd.press(question, 'Disconnect').settled
    await rig.answered(5)
    for (const ask of [mention, type]) expect((await ask()).shown).toContain('Connect your account first')
  })
})
