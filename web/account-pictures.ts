/** The gallery: one's own pictures, searched, paged, downloaded, deleted. */
import { type Context, Hono } from 'hono'
import { type Core, cutText, namePicture, type Retract, renderPictureName } from '#core/index.ts'
import { readForm } from './form.ts'
import { findDone } from './pages/done.ts'
import { renderFamily } from './pages/family.ts'
import {
  type GalleryPlace,
  renderDeletePicture,
  renderGalleryPath,
  renderPictures,
} from './pages/pictures.ts'
import type { Visitors } from './visitors.ts'

const pageOfPictures = 24

const extensions = { 'image/png': 'png', 'image/jpeg': 'jpg' } as const

/** Which page of which search somebody looks at. */
function readPlace(find: (name: string) => string | undefined): GalleryPlace {
  return { search: cutText(find('search') ?? '', 200, ''), cursor: (find('cursor') ?? '').slice(0, 200) }
}

export function createPictureGalleryRoutes(
  { history, sharing, pictures }: Pick<Core, 'history' | 'sharing' | 'pictures'>,
  visitors: Visitors,
  retract: Retract,
): Hono {
  const routes = new Hono()

  routes.get('/account/pictures', async (c) => {
    const { account } = await visitors.require(c.req.raw)
    const place = readPlace((name) => c.req.query(name))
    const { search, cursor } = place
    const page = await history.list(account.id, {
      search,
      limit: pageOfPictures,
      ...(cursor !== '' && { cursor }),
    })
    return c.html(renderPictures({ ...page, place, done: findDone(c.req.query('done')) }))
  })

  /** Rejects with `not-found` also for somebody else's. `number`: of one of its pictures. */
  async function requireOwn(c: Context, { number, next }: { number?: number; next?: string } = {}) {
    const { account } = await visitors.require(c.req.raw, next)
    return await history.require(account.id, renderPictureName({ id: c.req.param('id') ?? '', number }))
  }

  /** Also of somebody else's that the account may see: one's own may have come of it. */
  routes.get('/account/pictures/:id/family', async (c) => {
    const { account } = await visitors.require(c.req.raw, '/account/pictures')
    return c.html(renderFamily(await history.family(account.id, c.req.param('id'))))
  })

  routes.get('/account/pictures/:id/delete', async (c) => {
    const place = readPlace((name) => c.req.query(name))
    return c.html(renderDeletePicture(await requireOwn(c), place))
  })

  routes.post('/account/pictures/:id/delete', async (c) => {
    const place = readPlace(await readForm(c))
    const seen = await requireOwn(c)
    const { retracted } = await sharing.remove(seen.owner, namePicture(seen), retract)
    return c.redirect(renderGalleryPath(place, retracted ? 'deleted' : 'deleted-post-stays'), 303)
  })

  routes.get('/account/pictures/:id/:number{[1-9]}', async (c) => {
    const number = Number(c.req.param('number'))
    const { id, pictures: picked } = await requireOwn(c, { number, next: '/account/pictures' })
    const picture = picked[0] && (await pictures.read(picked[0].key))
    if (!picture) return c.notFound()
    return c.body(picture.bytes, 200, {
      'content-type': picture.mime,
      'content-length': String(picture.bytes.byteLength),
      'content-disposition': `attachment; filename="${id}-${number}.${extensions[picture.mime]}"`,
    })
  })

  return routes
}
