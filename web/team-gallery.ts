/** What is shared in a server or workspace, for those who were seen there and are not blocked. */
import { Hono } from 'hono'
import { type Core, nameTeam } from '#core/index.ts'
import { findWords } from './language.ts'
import { renderTeamGallery } from './pages/team-gallery.ts'
import type { ListedTeam } from './pages/teams.ts'
import type { Visitors } from './visitors.ts'

const pageOfExhibits = 24

/** What is no place of whoever asks is answered as what does not exist, whether or not it does. */
export function createTeamGalleryRoutes(
  core: Pick<Core, 'gallery' | 'listThumbnails' | 'teamAccess' | 'teams' | 'votes'>,
  visitors: Visitors,
): Hono {
  const { gallery, votes } = core
  const routes = new Hono()

  routes.get('/team/gallery', async (c) => {
    const { account } = await visitors.require(c.req.raw)
    const asked = c.req.query('place')
    const listed = await listTeams(core, account.id)
    const place = listed.flatMap(({ places }) => places).find((each) => nameTeam(each) === asked)
    if (!place) return c.notFound()
    const cursor = c.req.query('cursor')
    const found = await gallery.list(place, { cursor, limit: pageOfExhibits })
    const exhibits = await Promise.all(
      found.exhibits.map(async (each) => ({ ...each, votes: await votes.count(each.generation.id) })),
    )
    const page = { place, exhibits, isFirst: cursor === undefined, next: found.next }
    return c.html(renderTeamGallery(findWords(), { ...page, list: core.listThumbnails }))
  })

  return routes
}

/** Those of an account, by what people call them. */
export async function listTeams(
  { teamAccess, teams }: Pick<Core, 'teamAccess' | 'teams'>,
  account: string,
): Promise<ListedTeam[]> {
  const standings = await teamAccess.list(account)
  return await Promise.all(
    standings.map(async ({ team, role, places }) => ({
      ...{ team, role },
      places: await Promise.all(
        places.map(async (place) => ({ ...place, title: await teams.findTitle(place) })),
      ),
    })),
  )
}
