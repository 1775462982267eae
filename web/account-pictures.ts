/** The gallery: one's own pictures, searched, paged, downloaded, deleted. */
import { type Context, Hono } from 'hono'
import type { Core, Generation, Retract } from '#core/index.ts'
import { readForm } from './form.ts'
import { findDone } from './pages/done.ts'
import { renderDeletePicture, renderPictures } from './pages/pictures.ts'
import type { Visitors } from './visitors.ts'

const pageOfPictures = 24

const extensions = { 'image/png': 'png', 'image/jpeg': 'jpg' } as const

export function createPictureGalleryRoutes(
  { history, sharing, pictures }: Pick<Core, 'history' | 'sharing' | 'pictures'>,
  visitors: Visitors,
  retract: Retract,
): Hono {
  const routes = new Hono()

  routes.get('/account/pictures', async (c) => {
    const { account } = await visitors.require(c.req.raw)
    const search = (c.req.query('search') ?? '').slice(0, 200)
    const cursor = c.req.query('cursor')
    const page = await history.list(account.id, {
      search,
      limit: pageOfPictures,
      ...(cursor !== undefined && { cursor }),
    })
    return c.html(
      renderPictures({ ...page, search, first: cursor === undefined, done: findDone(c.req.query('done')) }),
    )
  })

  /** Rejects with `not-found` also for somebody else's. */
  async function requireOwn(c: Context, next?: string): Promise<Generation> {
    const { account } = await visitors.require(c.req.raw, next)
    return await history.require(account.id, c.req.param('id') ?? '')
  }

  routes.get('/account/pictures/:id/delete', async (c) => c.html(renderDeletePicture(await requireOwn(c))))

  routes.post('/account/pictures/:id/delete', async (c) => {
    await readForm(c)
    const { id, account } = await requireOwn(c)
    const { retracted } = await sharing.remove(account, id, retract)
    return c.redirect(`/account/pictures?done=${retracted ? 'deleted' : 'deleted-post-stays'}`, 303)
  })

  routes.get('/account/pictures/:id/:number{[1-9]}', async (c) => {
    const { id, pictures: made } = await requireOwn(c, '/account/pictures')
    const number = Number(c.req.param('number'))
    const wanted = made[number - 1]
    const picture = wanted && (await pictures.read(wanted.key))
    if (!picture) return c.notFound()
    return c.body(picture.bytes, 200, {
      'content-type': picture.mime,
      'content-length': String(picture.bytes.byteLength),
      'content-disposition': `attachment; filename="${id}-${number}.${extensions[picture.mime]}"`,
    })
  })

  return routes
}
