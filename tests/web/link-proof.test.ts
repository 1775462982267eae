/** Linking by the platform's own sign-in, on each platform: by the very person who asked, once, in the browser that began it. */
import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { type Actor, createStage, openings, type Stage } from './sign-in-stage.ts'

const minute = 60_000

/** From the request to where the platform sends the browser back. */
const prove = async (actor: Actor, token: string) => await actor.consent(await actor.begin(token))

/** What is tried, and how the way back is answered. Nothing is linked. */
const attacks: Record<string, { try(stage: Stage): Promise<number>; status: number }> = {
  'the victim agrees to the attacker’s request, and signs in as who they are': {
    try: async ({ ada, eve }) => await ada.browser.status(await prove(ada, await eve.ask())),
    status: 403,
  },
  'the attacker has seen the victim’s page, and signs in as who they are': {
    try: async ({ ada, eve }) => await eve.browser.status(await prove(eve, await ada.ask())),
    status: 403,
  },
  'the attacker begins it with the victim’s page and has the victim consent': {
    try: async ({ ada, eve }) =>
      await ada.browser.status(await ada.consent(await eve.begin(await ada.ask()))),
    status: 410,
  },
  'the attacker begins their own and has the victim come back with it': {
    try: async ({ ada, eve }) => await ada.browser.status(await prove(eve, await eve.ask())),
    status: 410,
  },
  'the attacker’s code is slipped into what the victim began': {
    async try({ ada, eve }) {
      const theirs = new URLSearchParams((await prove(eve, await eve.ask())).split('?')[1])
      const back = await prove(ada, await ada.ask())
      return await ada.browser.status(back.replace(/code=[^&]+/, `code=${theirs.get('code')}`))
    },
    status: 502,
  },
  'the victim’s code is slipped into what the attacker began for the victim’s chat': {
    async try({ ada, eve }) {
      const token = await ada.ask()
      const stolen = new URLSearchParams((await prove(ada, token)).split('?')[1]).get('code')
      const back = await prove(eve, token)
      return await eve.browser.status(back.replace(/code=[^&]+/, `code=${stolen}`))
    },
    status: 502,
  },
  'a state that was never given': {
    async try({ ada }) {
      const back = await prove(ada, await ada.ask())
      return await ada.browser.status(back.replace(/state=[^&]+/, `state=${'a'.repeat(32)}`))
    },
    status: 410,
  },
  'no state at all': {
    try: async ({ ada, name }) => await ada.browser.status(`/link/back/${name}?code=${'x'.repeat(100_000)}`),
    status: 410,
  },
  'what another platform says': {
    async try({ ada, name }) {
      const back = await prove(ada, await ada.ask())
      return await ada.browser.status(back.replace(`/${name}?`, name === 'slack' ? '/discord?' : '/slack?'))
    },
    status: 410,
  },
  'what another issuer says': {
    async try({ ada }) {
      const back = await prove(ada, await ada.ask())
      return await ada.browser.status(`${back.replace(/&iss=[^&]+/, '')}&iss=https%3A%2F%2Fevil.example`)
    },
    status: 410,
  },
  'a request that a newer one has replaced': {
    async try({ ada }) {
      const back = await prove(ada, await ada.ask())
      await ada.ask()
      return await ada.browser.status(back)
    },
    status: 410,
  },
  'a request that a code was shown for': {
    async try({ ada }) {
      const token = await ada.ask()
      const back = await prove(ada, token)
      await ada.browser.post(`/link/${token}`)
      return await ada.browser.status(back)
    },
    status: 410,
  },
  'a session that has ended': {
    async try({ ada }) {
      const back = await prove(ada, await ada.ask())
      await ada.browser.post('/sign-out')
      return await ada.browser.status(back)
    },
    status: 410,
  },
  'ten minutes later': {
    async try({ ada, rig }) {
      const back = await prove(ada, await ada.ask())
      rig.clock.advance(10 * minute)
      return await ada.browser.status(back)
    },
    status: 410,
  },
  'a consent that is refused': {
    try: async ({ ada }) =>
      await ada.browser.status(await ada.consent(await ada.begin(await ada.ask()), 'deny')),
    status: 400,
  },
  'a form of another site that begins it': {
    async try({ ada }) {
      const path = `/link/${await ada.ask()}/sign-in`
      return await ada.browser.submit(path, {}, { origin: 'https://evil.example' })
    },
    status: 403,
  },
}

describe.each(Object.keys(openings) as (keyof typeof openings)[])('on %s', (opening) => {
  it('links who has proven it, once, tells both sides, and asks for no code', async () => {
    const { rig, platform, ada, name, told } = await createStage(opening)
    const token = await ada.ask()
    expect(await ada.browser.read(`/link/${token}`)).toMatch(
      /ada.*Lighthouse.*ada@example\.org.*Continue with/s,
    )
    const back = await prove(ada, token)
    expect((await ada.browser.head(back)).status).toBe(204)
    const answers = await Promise.all([1, 2, 3].map(() => ada.browser.get(back)))
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 410, 410])
    expect(answers.find(({ status }) => status === 303)?.location).toBe(`/link/done/${name}`)
    expect(await ada.browser.read(`/link/done/${name}`)).toMatch(/You’re connected.*100 credits/s)
    expect(await ada.tiedTo()).toBe('ada@example.org')
    const { chat } = ada
    expect(told).toMatchObject([
      { identity: { user: chat.user, team: 'Lighthouse' }, inChat: { platform: name } },
    ])
    expect(await ada.browser.status(`/link/${token}`)).toBe(410)
    expect(await rig.core.unlinkTickets.use(told[0]?.unlinkToken ?? '')).toBe(true)
    expect(await ada.tiedTo()).toBeUndefined()
    expect(platform.listFaults()).toEqual([])
  })

  it.each(Object.entries(attacks))('links nobody by %s', async (_name, { try: attempt, status }) => {
    const stage = await createStage(opening)
    expect(await attempt(stage)).toBe(status)
    for (const actor of [stage.ada, stage.eve]) expect(await actor.tiedTo()).toBeUndefined()
    expect(stage.told).toEqual([])
    expect(inspect(stage.rig.lines, { depth: 9 })).not.toMatch(/code=|state=|example\.org/)
  })

  it('says plainly who has signed in instead, and leads back to the request, which can still be finished', async () => {
    const { ada, eve } = await createStage(opening)
    const token = await ada.ask()
    const answer = await ada.browser.get(await eve.consent(await ada.begin(token)))
    const page = await answer.text()
    expect(page).toMatch(/different (Discord|Slack) account.*ada.*Nothing was connected/s)
    expect(page).toContain(opening === 'discord' ? '<strong>\u2068eve\u2069</strong>' : 'someone else')
    expect(page).toContain(`href="/link/${token}"`)
    expect(await ada.browser.status(await prove(ada, token))).toBe(303)
    expect(await ada.tiedTo()).toBe('ada@example.org')
  })

  it('can be tried again when the platform does not answer', async () => {
    const { ada, platform, rig } = await createStage(opening)
    const token = await ada.ask()
    const back = await prove(ada, token)
    platform.fail(1)
    const answer = await ada.browser.get(back)
    expect(answer.status).toBe(502)
    expect(await answer.text()).toContain(`href="/link/${token}"`)
    expect(inspect(rig.lines)).toContain('A platform did not say who has signed in')
    expect(await ada.browser.status(await prove(ada, token))).toBe(303)
  })

  it('finds two of the same request that came back at once to be one, and a link of meanwhile to be one', async () => {
    const { ada, told } = await createStage(opening)
    const token = await ada.ask()
    const backs = [await prove(ada, token), await prove(ada, token)]
    const statuses = await Promise.all(backs.map((back) => ada.browser.status(back)))
    expect(statuses.toSorted()[0]).toBe(303)
    expect([409, 410]).toContain(statuses.toSorted()[1])
    expect(told).toHaveLength(1)
    await expect(ada.ask()).rejects.toMatchObject({ code: 'already-linked' })
  })

  it('leaves the code as the other way', async () => {
    const { ada, rig } = await createStage(opening)
    const page = await (await ada.browser.post(`/link/${await ada.ask()}`)).text()
    const code = /\d{4} \d{4}/.exec(page)?.[0] ?? ''
    expect(await rig.core.links.finish(ada.chat, code)).toMatchObject({ outcome: 'linked' })
  })
})
