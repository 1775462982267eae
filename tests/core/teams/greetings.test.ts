/** A new server or workspace is greeted, once, from however many processes, and by the next where one dies. */
import { describe, expect, it } from 'vitest'
import type { Place } from '#core/chat.ts'
import { CoreError } from '#core/errors.ts'
import { nobody, type TeamNote } from '#core/outbound.ts'
import { createGreetings } from '#core/teams/greetings.ts'
import { seeMember } from '#core/teams/members.ts'
import { createTeamNotes } from '#core/teams/team-notes.ts'
import { createDoomed, type Doom } from '#tests/crash/crashing.ts'
import { createVirtualClock } from '#tests/crash/virtual-clock.ts'
import { silent } from '#tests/kept-log.ts'
import { bothPlaces, openStore } from '../store/places.ts'

const place = { platform: 'discord', team: 'G1', channel: 'C1' } as const
const elsewhere = { ...place, channel: 'C2' }
const minute = 60_000

describe.each(bothPlaces)('on $name', ({ create }) => {
  async function setUp() {
    const { records } = await openStore(create)
    const clock = createVirtualClock()
    const said: [Place['channel'], TeamNote][] = []
    const refusals: CoreError[] = []
    const alive = new Set<string>()
    let boots = 0
    const tellTeam = async ({ channel }: Place, note: TeamNote) => {
      const refusal = refusals.pop()
      if (refusal) throw refusal
      return `${said.push([channel, note])}`
    }
    /** A process, which dies as it is doomed to. */
    function boot(doom: Doom = {}) {
      const owner = `${boots++}`
      const doomed = createDoomed(doom)
      alive.add(owner)
      void doomed.died.then(() => alive.delete(owner))
      const outbound = { ...nobody, ...doomed.wrap('chat', { tellTeam }) }
      const ports = { records: doomed.wrapStore('records', records), clock, outbound, log: silent }
      const notes = createTeamNotes({ ...ports, owner, isAlive: (other) => alive.has(other) })
      const { greet } = createGreetings({ ...ports, ...notes })
      return {
        ...notes,
        greet: (...given: Parameters<typeof greet>) => Promise.race([greet(...given), doomed.died]),
      }
    }
    return { records, clock, said, refusals, boot }
  }
  const hello = (channel: string) => [channel, { kind: 'greeting', locale: 'de' }]

  it('greets once, however many processes hear of it at the same time, and nobody who was known', async () => {
    const { records, clock, said, boot } = await setUp()
    await Promise.all([boot(), boot()].map(({ greet }) => greet(place, 'de')))
    await boot().greet(elsewhere, 'de')
    expect(said).toEqual([hello('C1')])
    await seeMember({ records, clock }, 'discord:G2', { account: 'ann', name: 'Ann' })
    await boot().greet({ ...place, team: 'G2' }, 'de')
    expect(said).toHaveLength(1)
  })

  it('waits until what was asked is answered, and goes elsewhere where it may not post', async () => {
    const { said, refusals, boot } = await setUp()
    const { promise, resolve } = Promise.withResolvers<void>()
    refusals.push(new CoreError('cannot-post', {}))
    const greeting = boot().greet(place, 'de', promise)
    expect(refusals).toHaveLength(1)
    resolve()
    await greeting
    await boot().greet(elsewhere, 'de')
    expect(said).toEqual([hello('C2')])
  })

  it('is tried again where the platform is away for a while, and given up after a day', async () => {
    const { clock, said, refusals, boot } = await setUp()
    const { greet, run } = boot()
    refusals.push(new CoreError('not-connected', {}))
    await greet(place, 'de')
    clock.advance(minute)
    await run()
    expect(said).toEqual([hello('C1')])
    refusals.push(...Array.from({ length: 9 }, () => new CoreError('not-connected', {})))
    await greet({ ...place, team: 'G3' }, 'de')
    clock.advance(24 * 60 * minute)
    refusals.length = 0
    await run()
    expect(said).toHaveLength(1)
  })

  it('is done by the next process wherever one dies, once but for a post of which nothing was noted', async () => {
    const { clock, said, boot } = await setUp()
    for (let step = 0, dies = true; dies; step++) {
      for (const when of ['before', 'after'] as const) {
        const [there, points]: [Place, string[]] = [{ ...place, team: `G${step}${when}` }, []]
        said.length = 0
        await boot({ point: { step, when }, onStep: (name) => points.push(name) }).greet(there, 'de')
        dies = points.length > 0
        clock.advance(3 * minute)
        const next = boot()
        await next.run()
        await next.greet({ ...there, channel: 'C2' }, 'de')
        const isDoubted = /tellTeam:after|insertRecord team-told:before/.test(`${points}`)
        expect([points, said.length]).toEqual([points, isDoubted ? 2 : 1])
      }
    }
  })
})
