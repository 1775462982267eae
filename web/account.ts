/** The account's pages about credits and linked chats. */
import { Hono } from 'hono'
import { type Core, type Entry, type PlatformName, readGift } from '#core/index.ts'
import { readForm } from './form.ts'
import { renderAccount, renderTransactions, renderUnlinkChat } from './pages/account.ts'
import { findDone } from './pages/done.ts'
import type { EntryWords } from './pages/entries.ts'
import { listTeams } from './team-gallery.ts'
import type { Visitors } from './visitors.ts'

const fewEntries = 8
const pageOfEntries = 50

export function createAccountRoutes(
  core: Pick<Core, 'accounts' | 'credits' | 'gifts' | 'purchases' | 'prices' | 'teamAccess' | 'teams'>,
  visitors: Visitors,
): Hono {
  const { accounts, credits, purchases, prices } = core
  const routes = new Hono()

  routes.get('/account', async (c) => {
    const { account } = await visitors.require(c.req.raw)
    const [balance, entries, identities, teamOrders] = await Promise.all([
      credits.findBalance(account.id),
      credits.listEntries(account.id, { limit: fewEntries + 1 }),
      accounts.listIdentities(account.id),
      purchases.listTeamOrders(account.id),
    ])
    const page = {
      balance,
      identities,
      teamOrders,
      shop: { ...purchases, prices },
      more: entries.length > fewEntries,
    }
    const words = await findWords(core, entries)
    const done = findDone(c.req.query('done'))
    const teams = await listTeams(core, account.id)
    return c.html(renderAccount({ ...page, done, words, teams, entries: entries.slice(0, fewEntries) }))
  })

  routes.get('/account/transactions', async (c) => {
    const { account } = await visitors.require(c.req.raw)
    const before = /^\d{1,12}$/.test(c.req.query('before') ?? '') ? Number(c.req.query('before')) : undefined
    const found = await credits.listEntries(account.id, {
      limit: pageOfEntries + 1,
      ...(before !== undefined && { before }),
    })
    const entries = found.slice(0, pageOfEntries)
    const older = found.length > pageOfEntries ? entries.at(-1)?.sequence : undefined
    const words = await findWords(core, entries)
    const page = { entries, words, first: before === undefined, ...(older !== undefined && { older }) }
    return c.html(renderTransactions(page))
  })

  routes.get('/account/unlink', async (c) => {
    const { account } = await visitors.require(c.req.raw)
    const { platform, user } = c.req.query()
    const identities = await accounts.listIdentities(account.id)
    const identity = identities.find((each) => each.platform === platform && each.user === user)
    return identity ? c.html(renderUnlinkChat(identity)) : c.notFound()
  })

  routes.post('/account/unlink', async (c) => {
    const { account } = await visitors.require(c.req.raw)
    const field = await readForm(c)
    await accounts.unlink(account.id, { platform: field('platform') as PlatformName, user: field('user') })
    return c.redirect('/account?done=unlinked', 303)
  })

  return routes
}

/** With the names of those whom gifts went to and came from. */
async function findWords(
  { gifts, purchases }: Pick<Core, 'gifts' | 'purchases'>,
  entries: readonly Entry[],
): Promise<EntryWords> {
  const others = new Set(entries.flatMap((entry) => readGift(entry)?.other ?? []))
  const names = await Promise.all(
    [...others].map(async (other) => [other, await gifts.findName(other)] as const),
  )
  return { names: new Map(names), describeReceipt: purchases.describeReceipt }
}
