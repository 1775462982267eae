/** Welcome credits as people meet them: with the first link, and a page that says so. */
import { describe, expect, it } from 'vitest'
import { signInFirst } from './browser.ts'
import { findAccountOf } from './people.ts'
import { createRig, type Rig, readCode } from './rig.ts'

describe('welcome credits', () => {
  const networks = ['192.0.2.1', '192.0.2.99', '198.51.100.7']

  /** Links a chat through all its steps; answers with what the page said, and the balance. */
  async function linkFirst(rig: Rig, email: string, user: string, network?: string) {
    const browser = await signInFirst(rig, email, network)
    const account = await findAccountOf(rig, email)
    const before = await rig.core.credits.findBalance(account.id)
    const chat = { platform: 'discord', user, name: user } as const
    const token = await rig.core.links.request(chat, undefined)
    const page = (await (await browser.post(`/link/${token}`)).text()).replace(/\s+/g, ' ')
    const done = await rig.core.links.finish(chat, readCode(page))
    await rig.core.links.unlink(chat)
    const balance = await rig.core.credits.findBalance(account.id)
    return { page, before, balance, welcoming: done.outcome === 'linked' && done.welcoming }
  }

  it('come with the first link and not with the sign-up, and one chat user links no second address for more', async () => {
    const rig = await createRig()
    const first = await linkFirst(rig, 'ann@example.org', '7')
    expect(first).toMatchObject({ before: 0, balance: 100, welcoming: 'granted' })
    expect(first.page).toContain('you have <strong>100 credits</strong> to start with')
    for (const [email, user] of [
      ['two@catch-all.example', '7'],
      ['three@catch-all.example', '7'],
      ['ann+4@example.org', '8'],
    ] as const) {
      rig.clock.advance(61_000)
      const next = await linkFirst(rig, email, user)
      expect(next).toMatchObject({ before: 0, balance: 0, welcoming: 'had' })
      expect(next.page).toContain('No welcome credits this time')
    }
  })

  it('end for the day where a network has had its share, and the page says so', async () => {
    const rig = await createRig({ rules: { welcomesPerNetwork: 1, welcomesPerDay: 2 } })
    const [near, nearby, far] = networks
    expect(await linkFirst(rig, 'a@example.org', '1', near)).toMatchObject({ balance: 100 })
    const capped = await linkFirst(rig, 'b@example.org', '2', nearby)
    expect(capped).toMatchObject({ balance: 0, welcoming: 'capped' })
    expect(capped.page).toContain('we’ve given out today’s')
    expect(await linkFirst(rig, 'c@example.org', '3', far)).toMatchObject({ balance: 100 })
    expect(await linkFirst(rig, 'd@example.org', '4', '203.0.113.1')).toMatchObject({ welcoming: 'capped' })
  })
})
