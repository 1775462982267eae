/** Every entry of both platforms is sent spoiled payloads of every kind: it lives, answers, and charges nothing unanswered. */
import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Generation } from '#core/index.ts'
import { type Mutation, mutate, mutations } from '#tests/mutations.ts'
import { startRig as startDiscord } from '../discord/rig.ts'
import { startRig as startSlack } from '../slack/rig.ts'

/** Payloads a batch, after which whoever asks rightly is answered; and how many there are for each entry. */
const batch = 50
const batches = { gateway: 80, socket: 60, http: 60 }

type Body = Record<string, unknown>

/** Runs batches of spoiled payloads; what fast-check finds it tells with its seed. */
async function assail(runs: number, send: (changes: readonly Mutation[][]) => Promise<void>): Promise<void> {
  const many = fc.array(mutations, { minLength: batch, maxLength: batch })
  await fc.assert(
    fc.asyncProperty(many, (changes) => send(changes as Mutation[][])),
    { numRuns: runs, endOnFailure: true, verbose: 1 },
  )
}

/** Whatever was charged has been shown to somebody, or given back. */
function expectAnswered(generations: readonly Generation[]): void {
  const unanswered = generations.filter(
    ({ status, delivery }) => status !== 'refunded' && delivery === 'history',
  )
  expect(unanswered.map(({ id, status, delivery }) => ({ id, status, delivery }))).toEqual([])
}

it('Discord’s gateway', { timeout: 600_000 }, async () => {
  const rig = await startDiscord()
  const { ann, channel, standin } = rig
  const answers = () => rig.logged.filter(({ message }) => message === 'A call was answered').length
  const drawn = ann.command(channel, 'imagine', { prompt: 'a boat' })
  await rig.answered(1)
  const picture = drawn.message
  if (!picture) throw new Error('No picture was drawn')
  const acts = [
    () => ann.command(channel, 'imagine', { prompt: 'a fox', quality: 'draft', count: 2 }),
    () => ann.command(channel, 'imagine', { prompt: 'a private fox', private: true }),
    () => ann.command(channel, 'show', { id: 'x' }),
    () => ann.command(channel, 'history'),
    () => ann.command(channel, 'link'),
    () => ann.autocomplete(channel, 'show', { id: 'a' }, 'id'),
    () => ann.press(picture, 'Vary · 10'),
    () => ann.press(picture, 'Edit prompt'),
    () => ann.press(picture, 'Delete'),
  ]
  let sent = 0
  await assail(batches.gateway, async (changes) => {
    for (const change of changes) {
      standin.gateway.rewrite = (_name, event) => mutate(event, change)
      acts[sent++ % acts.length]?.()
    }
    standin.gateway.rewrite = undefined
    standin.gateway.sendRaw(mutate({ op: 0, t: 'INTERACTION_CREATE', s: null, d: {} }, changes[0] ?? []))
    const before = answers()
    ann.command(channel, 'credits')
    await rig.answered(before + 1)
  })
  expectAnswered((await rig.history(ann)).generations)
  expect(rig.platform.trouble?.()).toBeUndefined()
  expect(sent).toBe(batch * batches.gateway)
})

it.each(['socket', 'http'] as const)('Slack by %s', { timeout: 600_000 }, async (transport) => {
  const rig = await startSlack({ transport, expectsFaults: true })
  const { slack, ada, general } = rig
  await ada.slash(general, '/imagine', 'a boat').message(({ shown }) => shown.includes('price'))
  const picture = general.visibleTo(ada).find(({ shown }) => shown.includes('price'))
  if (!picture) throw new Error('No picture was drawn')
  const modal = ada.slash(general, '/imagine')
  const view = await modal.modal()
  const recorded: [Kind, Body][] = [
    ['slash_commands', ada.slash(general, '/imagine', 'a fox --quality draft').payload],
    ['slash_commands', ada.slash(general, '/history').payload],
    ['events_api', ada.mention(general, 'imagine a fox in fresh snow').payload],
    ['events_api', ada.mention(general, 'thanks').payload],
    ['interactive', ada.press(picture, /^Vary/).payload],
    ['interactive', ada.press(picture, /^Edit/).payload],
    ['interactive', ada.press(view, /./).payload],
    ['interactive', ada.shortcut(picture, 'imagine').payload],
  ].map(([kind, payload]) => [kind as Kind, payload as Body])
  let sent = 0
  const deliver = async (change: readonly Mutation[]) => {
    const [kind, payload] = recorded[sent % recorded.length] ?? ['events_api', {}]
    const fresh = renew(payload, sent++)
    const spoiled = mutate(fresh, change)
    if (transport === 'socket') {
      const envelope = {
        envelope_id: `e${sent}`,
        type: kind,
        payload: spoiled,
        accepts_response_payload: true,
      }
      return slack.operator.sockets.say(JSON.stringify(sent % 7 === 0 ? mutate(envelope, change) : envelope))
    }
    const status = await post(rig.publicUrl, slack.app.signingSecret, kind, spoiled)
    expect(status).toBeLessThan(500)
  }
  await assail(batches[transport], async (changes) => {
    for (const change of changes) await deliver(change)
    const asked = ada.slash(general, '/credits')
    expect((await asked.reply()).shown).toContain('credits')
  })
  await expect.poll(() => rig.store.generations.listUnfinished()).toEqual([])
  expectAnswered(await rig.history(ada))
  expect(sent).toBe(batch * batches[transport])
})

type Kind = 'slash_commands' | 'events_api' | 'interactive'

/** The same event as another one: what tells deliveries apart is new. */
function renew(payload: Body, number: number): Body {
  const text = JSON.stringify(payload).replace(
    /"(trigger_id|event_id|action_ts|message_ts|event_ts|client_msg_id)":"[^"]*"/g,
    (_, name) => `"${name}":"${1_900_000_000 + number}.${String(number).padStart(6, '0')}"`,
  )
  return JSON.parse(text)
}

/** As Slack signs and sends it; answers with the status. */
async function post(publicUrl: string, secret: string, kind: Kind, payload: unknown): Promise<number> {
  const form = kind === 'events_api' ? undefined : new URLSearchParams()
  if (kind === 'interactive') form?.set('payload', JSON.stringify(payload) ?? '')
  if (kind === 'slash_commands') {
    for (const [name, value] of Object.entries(payload ?? {})) form?.set(name, String(value))
  }
  const body = form?.toString() ?? JSON.stringify(payload) ?? ''
  const timestamp = String(Math.floor(Date.now() / 1_000))
  const signature = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')
  const response = await fetch(`${publicUrl}/slack/events`, {
    method: 'POST',
    body,
    headers: {
      'content-type': form ? 'application/x-www-form-urlencoded' : 'application/json',
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': `v0=${signature}`,
    },
  })
  await response.arrayBuffer()
  return response.status
}
