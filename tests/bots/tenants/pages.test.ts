/** Whoever is not of a team visits every page and sends every form with ids from there: nothing is shown, spent or changed. */
import { expect, it } from 'vitest'
import { cyd } from './attackers.ts'
import { watch } from './breaches.ts'
import { listRoutes, listVisits } from './pages.ts'
import { createWorld } from './world.ts'

it('shows nothing to who is not of the team, and their own to those who are', async () => {
  const world = await createWorld()
  for (const who of ['nobody', 'other', 'blocked', 'removed', 'untied', 'anew']) {
    const token = await world.rig.core.links.request(cyd.user, 'Canary-guild')
    const visits = listVisits({ ...world, loot: { ...world.loot, token } }, who)
    expect(visits.length).toBeGreaterThan(listRoutes(world).length)
    expect(await watch(world, { name: `on the web, ${who}` }, visits), who).toEqual([])
  }
  const own = listVisits(world, 'ann').filter(({ what }) => what.startsWith('GET'))
  const shown = (await watch(world, { name: 'ann' }, own)).join('\n')
  for (const path of ['/account/pictures', '/account/export', '/team/gallery'])
    expect(shown).toMatch(new RegExp(`GET ${path} .* shows `))
})
