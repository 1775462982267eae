/** A flood of one person: what is beyond the bound is told at once, waits nowhere, and keeps nobody else waiting. */
import { describe, expect, it, onTestFinished } from 'vitest'
import { usualBounds } from '#bots/admit.ts'
import { commands } from '#bots/commands/index.ts'
import type { Channel } from '#tests/standins/slack/channel.ts'
import type { Acknowledgement } from '#tests/standins/slack/delivery.ts'
import type { Person } from '#tests/standins/slack/person.ts'
import { createHold } from '../hold.ts'
import { startRig } from './rig.ts'

const most = usualBounds.person
const busy = 'You’ve asked for a lot at once. Wait for an answer, then try again. Nothing was charged.'

describe.each(['socket', 'http'] as const)('over %s', (transport) => {
  it('answers others meanwhile, and everybody in the end', async () => {
    const { hold, letGo, countHeld } = createHold()
    const { ada, ben, general, slack, answered, balance } = await startRig({
      transport,
      commands: [...commands, hold],
      bounds: usualBounds,
      switches: { ackDeadline: Number.POSITIVE_INFINITY },
    })
    onTestFinished(() => letGo())
    const acknowledged = await flood(ada, general)
    const help = ben.slash(general, '/help').message(({ shown }) => shown.includes('/imagine'))
    await help
    const told = acknowledged.filter((ack) => ack.ok && JSON.stringify(ack.body ?? '').includes(busy))
    const taken = acknowledged.filter(({ ok }) => ok)
    expect([taken.length, told.length]).toEqual([1_000, 1_000 - most])
    expect(slack.requests.filter(({ method }) => method === 'chat.postMessage')).toEqual([])
    letGo()
    await answered(most + 1)
    expect([countHeld(), await balance(ada)]).toEqual([most, 1_000_000])
    // Who has waited may ask again.
    await ada.slash(general, '/credits').message(({ shown }) => shown.includes('You have'))
  })

  it('says so where a press, a form and a mention come from, in the language of before', async () => {
    const { hold, letGo } = createHold()
    const rig = await startRig({ transport, commands: [...commands, hold], bounds: usualBounds })
    onTestFinished(() => letGo())
    const { ada, general } = rig
    await rig.core.preferences.chooseLanguage(await accountOf(rig), 'de')
    const offer = await ada.mention(general, 'lighthouse').message(({ shown }) => shown.includes('/help'))
    const form = await ada.slash(general, '/imagine').modal()
    for (let calls = 0; calls < most; calls++) ada.slash(general, '/hold')
    const isBusy = ({ shown }: { shown: string }) => shown.includes('Das war viel auf einmal.')
    await ada.mention(general, 'a gull').message(isBusy)
    await ada.press(offer, /lighthouse/).message(isBusy)
    const kept = await ada
      .submitView(form, { Prompt: 'a long prompt' })
      .view(({ errors }) => errors !== undefined)
    expect(JSON.stringify(kept.errors)).toContain('Das war viel auf einmal.')
    letGo()
  })
})

/** As fast as the stand-in can send them. */
async function flood(person: Person, channel: Channel): Promise<Acknowledgement[]> {
  const acknowledged: Acknowledgement[] = []
  while (acknowledged.length < 1_000) {
    const wave = Array.from({ length: 50 }, () => person.slash(channel, '/hold').acknowledged)
    acknowledged.push(...(await Promise.all(wave)))
  }
  return acknowledged
}

const accountOf = async ({ core, ada }: Awaited<ReturnType<typeof startRig>>) =>
  (
    await core.accounts.requireAccount({
      platform: 'slack',
      user: `${ada.team.id}:${ada.id}`,
      name: ada.name,
    })
  ).id
