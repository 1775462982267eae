/** What a picture came from and what came of it, for whoever may see that. */
import { describe, expect, it } from 'vitest'
import type { ImageHost } from '#core/hosting/image-host.ts'
import { type Core, namePicture } from '#core/index.ts'
import { createPlainCore, plainHost } from '../rig.ts'
import { bothPlaces, openStore } from '../store/places.ts'

const team = { platform: 'discord', id: 'T1' } as const

/** Has whatever is asked for. */
const host: ImageHost = {
  ...plainHost,
  read: async () => ({ bytes: new Uint8Array(1), mime: 'image/png' }),
}

describe.each(bothPlaces)('on $name', ({ create }) => {
  async function start() {
    const store = await openStore(create)
    const core = createPlainCore({ store, host }, { welcomeCredits: 10_000, unfinishedPerAccount: 50 })
    const open = async (user: string) =>
      (await core.accounts.openAccount({ platform: 'terminal', user, name: user })).id
    const people = { ann: await open('ann'), bob: await open('bob') }
    for (const [name, account] of Object.entries(people)) {
      await core.teams.seeMember('discord:T1', { account, name }, team)
    }
    return { core, ...people }
  }

  let calls = 0
  /** Answers with the id. */
  async function draw(
    ...[core, owner, prompt, source, isPrivate = false, at = 1]: [
      Core,
      string,
      string,
      string?,
      boolean?,
      number?,
    ]
  ) {
    const job = await core.images.order({
      ...{ owner, prompt, call: `call:${calls++}`, private: isPrivate, count: 2 },
      origin: { platform: team.platform, team: team.id, address: {} },
      ...(source !== undefined && { sources: [`result:${source}:${at}`] }),
    })
    const { id, status } = await job.done
    if (status === 'ready') await core.images.markDelivered(id, 'reply')
    return id
  }
  const tell = async (core: Core, account: string, id: string) => {
    const { steps, before, children, hasMore } = await core.history.family(account, id)
    return {
      steps: steps.map(namePicture),
      before,
      children: children.map((child) => child.id),
      hasMore,
    }
  }

  it('tells the chain up and what came of it, newest first, and what is deleted as gone', async () => {
    const { core, ann } = await start()
    const fox = await draw(core, ann, 'fox')
    const blue = await draw(core, ann, 'bluer', fox)
    const night = await draw(core, ann, 'at night', blue)
    const red = await draw(core, ann, 'redder', blue)
    expect(await tell(core, ann, night)).toEqual({
      steps: [`${fox}.2`, `${blue}.2`],
      before: undefined,
      children: [],
      hasMore: false,
    })
    expect((await tell(core, ann, blue)).children.sort()).toEqual([night, red].sort())
    await core.history.remove(ann, fox)
    expect(await tell(core, ann, night)).toMatchObject({ steps: [`${blue}.2`], before: 'gone' })
    await expect(core.history.family(ann, fox)).rejects.toMatchObject({ code: 'not-found' })
  })

  it('tells of one picture what came of that one, also when it alone is left', async () => {
    const { core, ann } = await start()
    const fox = await draw(core, ann, 'fox')
    const blue = await draw(core, ann, 'bluer', fox)
    const red = await draw(core, ann, 'redder', fox, false, 0)
    expect((await tell(core, ann, fox)).children.sort()).toEqual([blue, red].sort())
    expect(await tell(core, ann, `${fox}.1`)).toMatchObject({ children: [red], hasMore: false })
    expect(await tell(core, ann, `${fox}.2`)).toMatchObject({ children: [blue], hasMore: false })
    await core.history.remove(ann, `${fox}.1`)
    expect(await tell(core, ann, fox)).toMatchObject({ children: [blue] })
    await expect(core.history.family(ann, `${fox}.1`)).rejects.toMatchObject({ code: 'not-found' })
  })

  it('tells nobody of what they may not see, and bounds what it tells', async () => {
    const { core, ann, bob } = await start()
    const secret = await draw(core, ann, 'secret', undefined, true)
    const shown = await draw(core, ann, 'shown', secret)
    let last = shown
    const path: string[] = []
    for (let step = 0; step < 21; step++) {
      last = await draw(core, bob, `step ${step}`, last)
      path.push(last)
    }
    for (let sibling = 0; sibling < 5; sibling++) await draw(core, bob, `other ${sibling}`, shown)
    expect(await tell(core, bob, path[0] ?? '')).toMatchObject({ steps: [`${shown}.2`], before: 'gone' })
    expect(await tell(core, ann, path[0] ?? '')).toMatchObject({ steps: [`${secret}.2`, `${shown}.2`] })
    const long = await tell(core, bob, last)
    expect([long.steps.length, long.before]).toEqual([20, 'more'])
    expect(await tell(core, bob, shown)).toMatchObject({ hasMore: true, children: { length: 5 } })
    await core.teams.removeMember('discord:T1', bob, ann)
    await expect(core.history.family(bob, shown)).rejects.toMatchObject({ code: 'not-found' })
    expect(await tell(core, bob, path[0] ?? '')).toMatchObject({ steps: [], before: 'gone' })
    expect((await tell(core, ann, shown)).children).toEqual([])
    await expect(core.history.family(bob, secret)).rejects.toMatchObject({ code: 'not-found' })
  })
})
