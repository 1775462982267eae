/** A team's page and its files, for its admins alone. */
import { type Context, Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { type Core, isMonth, nameTeam, type Pass, readTeamName, sealTeamCheckout } from '#core/index.ts'
import { renderCsvAnswer } from './csv.ts'
import { renderProblem } from './pages/problem.ts'
import { type ManagedPlace, renderLapsed, renderTeamPage } from './pages/team.ts'
import { listLogRows } from './pages/team-log.ts'
import { listUsageRows } from './pages/team-usage.ts'
import type { Visitors } from './visitors.ts'

type TeamCore = Pick<
  Core,
  'accountLimits' | 'prices' | 'purchases' | 'reports' | 'seals' | 'teamAccess' | 'teams'
>

/** A team, and the admin who looks at it. */
interface Managed {
  team: string
  account: string
  /** By which they are let in, where that is not their role. */
  pass: Pass | undefined
}

const changesShown = 30
const mostChanges = 10_000

/** What is no team of whoever asks is answered as what does not exist, whether or not it does. */
export function createTeamRoutes(core: TeamCore, visitors: Visitors): Hono {
  const { teams, reports } = core
  const routes = new Hono()

  const addPage = (path: string, answer: (c: Context, managed: Managed) => Promise<Response>) =>
    routes.get(path, async (c) => {
      const page = `/team?${new URLSearchParams(c.req.query())}`
      const { account } = await visitors.require(c.req.raw, page)
      const team = c.req.query('team') ?? ''
      const pass = readPass(c)
      const may = await core.teamAccess.mayManage(account.id, team, pass)
      if (may === 'no') return c.notFound()
      if (may === 'lapsed') return c.html(renderLapsed(), 403)
      if ((await core.accountLimits.take('team-page', account.id)) > 0) {
        return c.html(renderProblem('too-many'), 429)
      }
      return await answer(c, { team, account: account.id, pass })
    })

  addPage('/team', async (c, managed) => c.html(renderTeamPage(await findPage(core, managed, readMonth(c)))))

  addPage('/team/usage.csv', async (c, { team }) => {
    const [usage, members, settings] = await Promise.all([
      reports.findTeamMonth(team, readMonth(c)),
      teams.listMembers(team),
      teams.findSettings(team),
    ])
    return renderCsvAnswer({
      name: `usage-${usage.month}.csv`,
      rows: listUsageRows(usage, members, settings),
    })
  })

  addPage('/team/changes.csv', async (_c, { team }) => {
    const [changes, members] = await Promise.all([
      teams.listChanges(team, mostChanges),
      teams.listMembers(team),
    ])
    return renderCsvAnswer({ name: 'changes.csv', rows: listLogRows(changes, members) })
  })

  return routes
}

async function findPage(core: TeamCore, { team, account, pass }: Managed, month: string | undefined) {
  const { teams, reports, purchases, prices, seals } = core
  const [settings, usage, members, changes, places, seal] = await Promise.all([
    teams.findSettings(team),
    reports.findTeamMonth(team, month),
    teams.listMembers(team),
    teams.listChanges(team, changesShown + 1),
    listPlaces(core, team, account),
    sealTeamCheckout(seals, account, team),
  ])
  return {
    ...{ places, settings, usage, members },
    changes: changes.slice(0, changesShown),
    hasMore: changes.length > changesShown,
    shop: { ...purchases, prices },
    checkout: `?${new URLSearchParams({ team, seal })}`,
    query: { team, ...(pass && { until: String(pass.until), seal: pass.seal }) },
    isNow: month === undefined,
    until: pass?.until,
  }
}

async function listPlaces(
  { teams, teamAccess }: TeamCore,
  team: string,
  account: string,
): Promise<ManagedPlace[]> {
  const places = await teams.listPlaces(readTeamName(team))
  const seen = (await teamAccess.find(account, team))?.places.map(nameTeam) ?? []
  return await Promise.all(
    places.map(async (place) => {
      const [title, gallery] = await Promise.all([teams.findTitle(place), teams.findGallery(place)])
      return { ...place, title, gallery, isSeen: seen.includes(nameTeam(place)) }
    }),
  )
}

function readPass(c: Context): Pass | undefined {
  const { until = '', seal } = c.req.query()
  return seal !== undefined && /^\d{1,15}$/.test(until) ? { until: Number(until), seal } : undefined
}

/** The present one where none is asked for. */
function readMonth(c: Context): string | undefined {
  const month = c.req.query('month')
  if (month !== undefined && !isMonth(month)) throw new HTTPException(400)
  return month
}
