/** The gallery: one's own pictures, searched, paged, looked at, downloaded, marked, deleted. */
import { type Context, Hono } from 'hono'
import {
  type Core,
  type Generation,
  listNumbered,
  namePicture,
  type Retract,
  readPictureName,
  renderPictureName,
} from '#core/index.ts'
import { readForm } from './form.ts'
import { findWords } from './language.ts'
import { renderDeletePicture } from './pages/delete-pictures.ts'
import { findDone } from './pages/done.ts'
import { renderFamily } from './pages/family.ts'
import {
  findHistoryPlace,
  type GalleryPlace,
  readGalleryPlace,
  renderGalleryPath,
  renderPlacePath,
  startOver,
} from './pages/gallery-place.ts'
import { renderPicture } from './pages/picture.ts'
import { renderPictures } from './pages/pictures.ts'
import { nameFile, renderAttachment } from './picture-file.ts'
import { listTeams } from './team-gallery.ts'
import type { Visitors } from './visitors.ts'

const pageOfPictures = 24

type PictureCore = Pick<Core, 'history' | 'listThumbnails' | 'pictures' | 'sharing' | 'teamAccess' | 'teams'>

export function createPictureGalleryRoutes(core: PictureCore, visitors: Visitors, retract: Retract): Hono {
  const { history, sharing, pictures, listThumbnails: list } = core
  const routes = new Hono()
  const findPlaces = async (account: string) =>
    (await listTeams(core, account)).flatMap(({ places }) => places)
  const readPlace = (c: Context) => readGalleryPlace((name) => c.req.query(name))

  routes.get('/account/pictures', async (c) => {
    const { account } = await visitors.require(c.req.raw)
    const place = readPlace(c)
    const page = await findPage(history, account.id, place)
    if (!page) return c.redirect(renderGalleryPath(startOver(place)), 303)
    const teams = await findPlaces(account.id)
    const done = findDone(c.req.query('done'))
    return c.html(renderPictures(findWords(), { ...page, place, teams, done, list }))
  })

  /** Rejects with `not-found` also for somebody else's. `number`: of one of its pictures. */
  async function requireOwn(c: Context, { number, next }: { number?: number; next?: string } = {}) {
    const { account } = await visitors.require(c.req.raw, next)
    return await history.require(account.id, renderPictureName({ id: c.req.param('id') ?? '', number }))
  }

  routes.get('/account/pictures/:id', async (c) => {
    const seen = await requireOwn(c)
    const { owner, id } = seen
    const place = readPlace(c)
    const [whole, family, beside, teams] = await Promise.all([
      history.require(owner, id),
      history.family(owner, namePicture(seen)),
      history.findNeighbours(owner, seen, findHistoryPlace(startOver(place))),
      findPlaces(owner),
    ])
    const done = findDone(c.req.query('done'))
    return c.html(renderPicture(findWords(), { seen, whole, place, family, ...beside, teams, done, list }))
  })

  routes.post('/account/pictures/:id/favourite', async (c) => {
    const field = await readForm(c)
    const { owner, id } = await requireOwn(c, { next: '/account/pictures' })
    await history.markFavourite(owner, id, field('favourite') === 'yes')
    const place = readGalleryPlace(field)
    const isHere = readPictureName(field('to')).id === id
    return c.redirect(
      isHere ? renderPlacePath(`/account/pictures/${field('to')}`, place) : renderGalleryPath(place),
      303,
    )
  })

  /** Also of somebody else's that the account may see: one's own may have come of it. */
  routes.get('/account/pictures/:id/family', async (c) => {
    const { account } = await visitors.require(c.req.raw, '/account/pictures')
    return c.html(renderFamily(findWords(), await history.family(account.id, c.req.param('id')), list))
  })

  routes.get('/account/pictures/:id/delete', async (c) =>
    c.html(renderDeletePicture(findWords(), await requireOwn(c), { place: readPlace(c), list })),
  )

  routes.post('/account/pictures/:id/delete', async (c) => {
    const place = readGalleryPlace(await readForm(c))
    const seen = await requireOwn(c)
    const { retracted } = await sharing.remove(seen.owner, namePicture(seen), retract)
    return c.redirect(renderGalleryPath(place, retracted ? 'deleted' : 'deleted-post-stays'), 303)
  })

  routes.get('/account/pictures/:id/:number{[1-9]}', async (c) => {
    const number = Number(c.req.param('number'))
    const picked = await requireOwn(c, { number, next: '/account/pictures' })
    const found = await readPicture(pictures, picked)
    if (!found) return c.notFound()
    return c.body(found.bytes, 200, {
      'content-type': found.mime,
      'content-length': String(found.bytes.byteLength),
      'content-disposition': renderAttachment(nameFile(picked, number, found.mime)),
    })
  })

  return routes
}

/** With how many come before it. Undefined where it is the newest, but was not asked for by that name. */
async function findPage(history: Core['history'], account: string, place: GalleryPlace) {
  const { cursor: _, ...wanted } = findHistoryPlace(place)
  const page = await history.list(account, { ...findHistoryPlace(place), limit: pageOfPictures })
  const { previous } = page
  if (place.cursor !== '' && place.isBefore && previous === undefined) return undefined
  const counted = await history.count(account, {
    ...wanted,
    ...(previous !== undefined && { cursor: previous }),
  })
  // The first of the page is itself among those that come before what is next to it.
  return { ...page, count: { ...counted, before: Math.max(0, counted.before - 1) } }
}

async function readPicture(pictures: Core['pictures'], generation: Generation) {
  const [only] = listNumbered(generation)
  return only && (await pictures.read(only.picture.key))
}
