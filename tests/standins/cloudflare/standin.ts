/** Cloudflare Images on loopback: its API under `/client/v4`, its delivery under `/delivery`. */
import { createAdaptorServer, type HttpBindings } from '@hono/node-server'
import { Hono } from 'hono'
import { listen, shut } from '../loopback.ts'
import { findSpec } from '../spec.ts'
import { Fault, respond, respondWithError } from './answer.ts'
import { answeredOddly, type Behaviour, misbehave } from './behaviour.ts'
import { readUpload, type StoredImage } from './upload.ts'

export interface CloudflareStandin {
  /** For `CLOUDFLARE_BASE_URL`. */
  baseUrl: string
  accountId: string
  apiToken: string
  /** By id. */
  images: Map<string, StoredImage>
  /** Every API request since the start, `METHOD path` with the path as sent, without the base. */
  requests: string[]
  /** What the official API description has against this stand-in's answers; needs `API_SPECS_DIR`. */
  faults: string[]
  /** The next API requests behave so, in this order; those after them are normal. */
  behave(...behaviours: Behaviour[]): void
  /** What was to come is normal too. */
  forget(): void
  close(): Promise<void>
}

export interface CloudflareStandinOptions {
  /** Default: any free one. */
  port?: number
  accountId?: string
  apiToken?: string
  /** Names of the account's variants; default `public`, `thumbnail`, `w440` and `w880`. All deliver the original. */
  variants?: readonly string[]
  /** What their variants do with metadata; default `none`, as Cloudflare's own. */
  metadata?: 'keep' | 'copyright' | 'none'
}

/** Resolves when it listens on 127.0.0.1. */
export async function startCloudflareStandin(
  options: CloudflareStandinOptions = {},
): Promise<CloudflareStandin> {
  const { port = 0, accountId = '023e105f4ecef8ad9ca31a8372d0c353', apiToken = 'standin-token' } = options
  const { variants = ['public', 'thumbnail', 'w440', 'w880'], metadata = 'none' } = options
  const hash = 'MTt4OTd0b0w5aj'
  const spec = await findSpec('cloudflare-images.openapi.json')
  const images = new Map<string, StoredImage>()
  const requests: string[] = []
  const faults: string[] = []
  const coming: Behaviour[] = []

  const describe = ({ id, filename, uploaded, meta }: StoredImage) => {
    const place = `${origin}/delivery/${hash}/${id.replaceAll('%', '%25')}`
    const urls = variants.map((variant) => `${place}/${variant}`)
    return { id, filename, uploaded, meta, requireSignedURLs: false, variants: urls }
  }
  const requireImage = (id: string) => {
    const image = images.get(id)
    if (!image) throw new Fault(404, 5404, 'Image not found')
    return image
  }

  const api = new Hono<{ Bindings: HttpBindings }>()
  api.use(async (c, next) => {
    const path = new URL(c.req.url).pathname.slice('/client/v4'.length)
    requests.push(`${c.req.method} ${path}`)
    await next()
    const isJson = c.res.headers.get('content-type')?.startsWith('application/json')
    if (!spec || answeredOddly.has(c.req.raw) || c.res.status !== 200 || !isJson) return
    const operation = spec.findOperation(c.req.method, decodeURIComponent(path))
    if (!operation) faults.push(`no operation ${c.req.method} ${path}`)
    else faults.push(...spec.listAnswerFaults(operation, 200, 'application/json', await c.res.clone().json()))
  })
  api.use(misbehave(() => coming.shift() ?? { kind: 'normal' }))
  api.use('/accounts/:account/*', async (c, next) => {
    if (c.req.header('authorization') !== `Bearer ${apiToken}`)
      throw new Fault(401, 10000, 'Authentication error')
    if (c.req.param('account') !== accountId) throw new Fault(403, 10000, 'Authentication error')
    await next()
  })
  const account = new Hono()
  account.post('/', async (c) => {
    if (!c.req.header('content-type')?.startsWith('multipart/form-data')) {
      throw new Fault(415, 5415, 'Images must be uploaded as a form, not as raw image data')
    }
    const image = await readUpload(await c.req.formData())
    if (images.has(image.id)) throw new Fault(409, 5409, 'Resource already exists')
    images.set(image.id, image)
    return respond(c, describe(image))
  })
  account.get('/variants', (c) => {
    const options = { fit: 'scale-down', metadata, width: 1366, height: 768 }
    const entries = variants.map((id) => [id, { id, options, neverRequireSignedURLs: false }])
    return respond(c, { variants: Object.fromEntries(entries) })
  })
  account.get('/:id/blob', (c) => {
    const { bytes, mime } = requireImage(c.req.param('id'))
    return c.body(bytes, 200, { 'content-type': mime })
  })
  account.get('/:id', (c) => respond(c, describe(requireImage(c.req.param('id')))))
  account.delete('/:id', (c) => {
    images.delete(requireImage(c.req.param('id')).id)
    return respond(c, {})
  })
  api.route('/accounts/:account/images/v1', account)

  const app = new Hono<{ Bindings: HttpBindings }>()
  app.route('/client/v4', api)
  app.get(`/delivery/${hash}/*`, (c) => {
    const path = decodeURIComponent(c.req.path.slice(`/delivery/${hash}/`.length))
    const end = path.lastIndexOf('/')
    const image = images.get(path.slice(0, end))
    if (!image || !variants.includes(path.slice(end + 1))) return c.text('ERROR 9404: Image not found', 404)
    return c.body(image.bytes, 200, { 'content-type': image.mime, 'cache-control': 'public, max-age=14400' })
  })
  app.notFound((c) => respondWithError(c, 404, 7003, 'No route for that URI'))
  app.onError((error, c) => {
    if (error instanceof Fault) return respondWithError(c, error.status, error.code, error.message)
    return respondWithError(c, 500, 5500, `The stand-in failed: ${error.message}`)
  })

  const server = createAdaptorServer({ fetch: app.fetch, overrideGlobalObjects: false })
  const origin = `http://${await listen(server, port)}`
  return {
    baseUrl: `${origin}/client/v4`,
    accountId,
    apiToken,
    images,
    requests,
    faults,
    behave: (...behaviours) => void coming.push(...behaviours),
    forget: () => void coming.splice(0),
    close: () => shut(server),
  }
}
