/** Every page and form of the web, filled in with what is a team's: derived from the routes, by the names of what they take. */
import { createBrowser } from '#tests/web/browser.ts'
import type { Try } from './breaches.ts'
import type { World } from './world.ts'

type Loot = Pick<World, 'loot' | 'sessions'>

/** For each name in a path, all that it is filled with. */
const fillings: Readonly<Record<string, (got: Loot) => readonly string[]>> = {
  id: ({ loot }) => loot.pictures,
  number: () => ['1', '2'],
  token: ({ loot }) => [loot.token, loot.checkout, ...loot.codes],
  // Which file is whose is a secret of its address, as it is at the real host.
  file: () => ['none.png'],
  pack: () => ['starter'],
  provider: () => ['test'],
  order: () => ['order', '1'],
  platform: () => ['discord', 'slack'],
}

/** What pages are asked with and forms are sent with, all of it at once: each reads what it knows. */
const listFields = ({ loot, sessions }: Loot, team: string): Record<string, string> => ({
  ...{ team, place: team, until: '4102448400000', seal: 'forged', month: '2100-01', before: '99' },
  ...{ platform: 'discord', user: 'A1', handle: sessions[0] ?? '', pack: 'starter', after: '0' },
  ...{ email: 'ann@example.org', code: '0000 0000', new: '0000 0000', old: '0000 0000' },
  ...{ pick: loot.pictures[0] ?? '', favourite: 'yes', to: loot.pictures[0] ?? '' },
  ...{ id: loot.pictures[0] ?? '', account: loot.accounts[0] ?? '', next: '/account' },
})

const teams = ['discord:G1', 'slack:T1', 'slack:E1:T5']

/** By method and path, as the app has them. */
export const listRoutes = ({ rig }: Pick<World, 'rig'>) => [
  ...new Set(
    rig.app.routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => `${method} ${path}`),
  ),
]

/** Rejects for a name that nothing is known to fill. */
function fill(path: string, got: Loot): string[] {
  const [part, name = ''] = /:(\w+)(?:\{[^}]*\})?/.exec(path) ?? []
  if (part === undefined) return [path]
  const filling = fillings[name]
  if (!filling) throw new Error(`add to fillings in tests/bots/tenants/pages.ts:  ${name}`)
  return filling(got).flatMap((value) => fill(path.replace(part, encodeURIComponent(value)), got))
}

/** After it nobody would get anything: who is signed in ends. */
const ends = /^POST \/(sign-out|account\/(sign-out-everywhere|delete|email\/codes|merge\/code))$/

/** Those that are asked about one team or another. */
const ofTeams = /^\/(team|checkout)\b/
/** It is held for what comes, but for who only looks ahead. */
const held = /\/wait$/

/** As whoever has the cookies that go by that name; nobody has any. */
export function listVisits(world: World, who: string): Try[] {
  const browser = createBrowser(world.rig.app, '192.0.9.9', world.browsers[who]?.cookies)
  const routes = listRoutes(world).toSorted((one, two) => Number(ends.test(one)) - Number(ends.test(two)))
  return routes.flatMap((route) => {
    const [method = '', path = ''] = route.split(' ')
    return fill(path, world).flatMap((filled) =>
      (ofTeams.test(path) ? teams : teams.slice(0, 1)).map((team) => {
        const fields = listFields(world, team)
        const query = `${filled}?${new URLSearchParams(fields)}`
        const visit = () => (held.test(path) ? browser.head(query) : browser.get(query))
        const act = () => (method === 'GET' ? visit() : browser.post(filled, fields))
        return {
          what: `${method} ${filled} of ${team}`,
          said: `${filled} ${JSON.stringify(fields)}`,
          act: async () => await read(await act()),
        }
      }),
    )
  })
}

const read = async (answer: Response & { location: string }) => [
  answer.status,
  answer.location,
  Buffer.from(await answer.arrayBuffer()).toString('latin1'),
]
