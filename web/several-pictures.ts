/** Several pictures at once: as one archive, or deleted. */
import { type Context, Hono } from 'hono'
import { hasCode } from '#core/errors.ts'
import { type Core, type Generation, type Log, listNumbered, type Retract } from '#core/index.ts'
import { readFormList } from './form.ts'
import { findWords } from './language.ts'
import { renderDeleteSeveral } from './pages/delete-pictures.ts'
import { readGalleryPlace, renderGalleryPath } from './pages/gallery-place.ts'
import { renderProblem } from './pages/problem.ts'
import { nameFile } from './picture-file.ts'
import type { Visitors } from './visitors.ts'
import { watch, watchAnswer } from './watched-stream.ts'

type SeveralCore = Pick<Core, 'accountLimits' | 'history' | 'listThumbnails' | 'pictures' | 'sharing'>

/** Generations in one go: more than a page has. */
const mostPicked = 100

export function createSeveralRoutes(
  core: SeveralCore,
  visitors: Visitors,
  { retract, log }: { retract: Retract; log: Log },
): Hono {
  const { history, sharing, accountLimits } = core
  const routes = new Hono()

  /** What is not there any more, or never was whoever asks, is passed over. */
  async function findPicked(account: string, names: readonly string[]): Promise<Generation[]> {
    const picked: Generation[] = []
    for (const name of new Set(names.slice(0, mostPicked))) {
      const found = await history.require(account, name).catch(ifMissing)
      if (found) picked.push(found)
    }
    return picked
  }

  routes.get('/account/pictures/several/delete', async (c) => {
    const { account } = await visitors.require(c.req.raw, '/account/pictures')
    const place = readGalleryPlace((name) => c.req.query(name))
    const picked = await findPicked(account.id, c.req.queries('pick') ?? [])
    if (picked.length === 0) return c.redirect(renderGalleryPath(place, 'none-picked'), 303)
    return c.html(renderDeleteSeveral(findWords(), { picked, place, list: core.listThumbnails }))
  })

  routes.post('/account/pictures/several/delete', async (c) => {
    const { account } = await visitors.require(c.req.raw, '/account/pictures')
    const { field, list } = await readFormList(c)
    const place = readGalleryPlace(field)
    let isRetracted = true
    for (const name of new Set(list('pick').slice(0, mostPicked))) {
      // Deleted by an earlier delivery of the same form, it is as it should be.
      const done = await sharing.remove(account.id, name, retract).catch(ifMissing)
      if (done && !done.retracted) isRetracted = false
    }
    return c.redirect(renderGalleryPath(place, isRetracted ? 'deleted-several' : 'deleted-post-stays'), 303)
  })

  routes.post('/account/pictures/several/zip', async (c) => {
    const { account } = await visitors.require(c.req.raw, '/account/pictures')
    const { field, list } = await readFormList(c)
    const picked = await findPicked(account.id, list('pick'))
    if (picked.length === 0) {
      return c.redirect(renderGalleryPath(readGalleryPlace(field), 'none-picked'), 303)
    }
    if ((await accountLimits.take('zip', account.id)) > 0) return c.html(renderProblem('too-many'), 429)
    return await answerZip(c, core, picked, log)
  })

  return routes
}

/** Read and sent one by one, as fast as they are taken: a picture at a time is in memory. */
async function answerZip(c: Context, core: SeveralCore, picked: readonly Generation[], log: Log) {
  const { makeZip } = await import('client-zip')
  const zip = makeZip(watch(readFiles(core, picked), watchAnswer(c, log)))
  return c.body(zip, 200, {
    'content-type': 'application/zip',
    'content-disposition': 'attachment; filename="pictures.zip"',
  })
}

async function* readFiles({ pictures }: SeveralCore, picked: readonly Generation[]) {
  for (const generation of picked) {
    for (const { number, picture } of listNumbered(generation)) {
      const found = await pictures.read(picture.key)
      if (found) {
        yield {
          name: nameFile(generation, number, found.mime),
          input: found.bytes,
          lastModified: new Date(generation.createdAt),
        }
      }
    }
  }
}

function ifMissing(error: unknown): undefined {
  if (!hasCode(error, 'not-found') && !hasCode(error, 'not-yours')) throw error
}
