/** The account's pages about credits. */
import { type Context, Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import {
  type Account,
  type Core,
  type Entry,
  type EntryKind,
  findMonth,
  findMonthAfter,
  findMonthBefore,
  isMonth,
  type Log,
} from '#core/index.ts'
import { type Cell, streamCsvAnswer } from './csv.ts'
import { findNotes } from './entry-notes.ts'
import { renderAccount } from './pages/account.ts'
import { isShown, renderActivity, type Shown } from './pages/activity.ts'
import { findDone } from './pages/done.ts'
import type { MonthChart } from './pages/month-chart.ts'
import { renderProblem } from './pages/problem.ts'
import { listTeams } from './team-gallery.ts'
import type { Visitors } from './visitors.ts'
import { watch, watchAnswer } from './watched-stream.ts'

type AccountCore = Pick<
  Core,
  | 'accountLimits'
  | 'credits'
  | 'gifts'
  | 'history'
  | 'listThumbnails'
  | 'prices'
  | 'purchases'
  | 'reports'
  | 'teamAccess'
  | 'teams'
>

const fewEntries = 6
const pageOfEntries = 50

const kinds: Readonly<Record<Shown, readonly EntryKind[] | undefined>> = {
  all: undefined,
  pictures: ['spend', 'refund'],
  additions: ['purchase', 'reversal', 'grant', 'transfer'],
}

export function createAccountRoutes(core: AccountCore, visitors: Visitors, log: Log): Hono {
  const routes = new Hono()

  routes.get('/account', async (c) => {
    const { account } = await visitors.require(c.req.raw)
    return c.html(renderAccount(await findAccountPage(core, account, c)))
  })

  routes.get('/account/transactions', async (c) => {
    const { account } = await visitors.require(c.req.raw)
    const { before = '', show = '' } = c.req.query()
    const isFirst = !/^\d{1,12}$/.test(before)
    const shown = isShown(show) ? show : 'all'
    const { entries, older } = await core.credits.pageEntries(account.id, {
      ...{ limit: pageOfEntries, ...selectKinds(shown) },
      ...(!isFirst && { before: Number(before) }),
    })
    const notes = await findNotes(core, account.id, entries)
    return c.html(renderActivity({ show: shown, entries, notes, older, isFirst }))
  })

  routes.get('/account/transactions.csv', async (c) => {
    const { account } = await visitors.require(c.req.raw, '/account/transactions')
    const month = readMonth(c)
    if ((await core.accountLimits.take('entries-file', account.id)) > 0)
      return c.html(renderProblem('too-many'), 429)
    const rows = watch(listRows(core.credits.walkEntries(account.id, month)), watchAnswer(c, log))
    return streamCsvAnswer({ name: `credits${month === undefined ? '' : `-${month}`}.csv`, rows })
  })

  return routes
}

const selectKinds = (shown: Shown) => {
  const selected = kinds[shown]
  return selected && { kinds: selected }
}

async function findAccountPage(core: AccountCore, account: Account, c: Context) {
  const { credits, purchases, prices } = core
  const few = (shown: Shown) => credits.pageEntries(account.id, { limit: fewEntries, ...selectKinds(shown) })
  const [balance, pictures, additions, teamOrders, teams, chart] = await Promise.all([
    credits.findBalance(account.id),
    few('pictures'),
    few('additions'),
    purchases.listTeamOrders(account.id),
    listTeams(core, account.id),
    findChart(core, account, readMonth(c)),
  ])
  const notes = await findNotes(core, account.id, [...pictures.entries, ...additions.entries])
  return {
    ...{ balance, chart, notes, teamOrders, teams },
    pictures: { entries: pictures.entries, hasMore: pictures.older !== undefined },
    additions: { entries: additions.entries, hasMore: additions.older !== undefined },
    shop: { ...purchases, prices },
    done: findDone(c.req.query('done')),
  }
}

/** Leads to no month before the account's first, and to none after this one. */
async function findChart(
  { reports }: AccountCore,
  { id, createdAt }: Account,
  given: string | undefined,
): Promise<MonthChart> {
  const [now, month] = await Promise.all([reports.findDays(id), given && reports.findDays(id, given)])
  const shown = month || now
  const before = findMonthBefore(shown.month)
  const after = findMonthAfter(shown.month)
  return {
    month: shown,
    before: before >= findMonth(createdAt, 'UTC') ? before : undefined,
    after: after <= now.month ? after : undefined,
  }
}

/** The present one where none is asked for. */
function readMonth(c: Context): string | undefined {
  const month = c.req.query('month')
  if (month !== undefined && !isMonth(month)) throw new HTTPException(400)
  return month
}

async function* listRows(entries: AsyncIterable<Entry>): AsyncGenerator<Cell[]> {
  yield ['time (ISO 8601 UTC)', 'what', 'credits', 'balance (credits)', 'reference']
  for await (const { at, kind, amount, balance, reference } of entries)
    yield [new Date(at).toISOString(), kind, amount, balance, reference]
}
