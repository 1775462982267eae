/** Gets pictures into messages: by their public address, or, when only this machine has them, as files of Slack's; and files. */
import { createHash } from 'node:crypto'
import { hasCode } from '#core/errors.ts'
import { type ComposeSheet, type Core, createSheets, cutText, type Log, logFailure } from '#core/index.ts'
import { renderFileName } from '../file-name.ts'
import type { Block, SentFile, ShownPicture } from '../platform.ts'
import { traceFault } from '../trace-fault.ts'
import type { Ask, Clock, WebClient } from './api.ts'
import { refusesPictures } from './errors.ts'
import type { FindImage, Several } from './render.ts'
import { uploadFile } from './upload-file.ts'

/** Characters of a picture's alternative text. */
const longestAlt = 1_000

export interface Pictures {
  /**
   * Sends blocks by `send`, once for each way of showing their pictures until Slack takes one; the last way is a
   * link. `upload` uploads for the workspace that will show them. Rejects with the fault of the last try.
   */
  show<Result>(
    blocks: readonly Block[],
    workspace: { team: string; upload: WebClient },
    send: (findImage: FindImage) => Promise<Result>,
  ): Promise<Result>
  /** Posts a file by itself; false where Slack does not take it, or may not have. Never rejects. */
  post(
    file: SentFile,
    upload: WebClient,
    location: { channel: string; thread?: string | undefined },
  ): Promise<boolean>
}

/** What an image block shows; any other file can only follow a message. */
export const isShowable = ({ type }: SentFile) => /^image\/(png|jpeg|gif)$/.test(type)

type Shown = ShownPicture | SentFile | Several

/** Files that need not be uploaded again. */
const mostRemembered = 500

const link: FindImage = () => undefined

interface UploadOptions {
  pictures: Core['pictures']
  copies: Core['copies']
  servesPictures: boolean
  ask: Ask
  clock: Clock
  log: Log
  /**
   * How long to wait before each try: Slack must process a file just uploaded, and the host of a picture that Slack
   * could not fetch may be well again. Milliseconds.
   */
  settling: readonly number[]
}

interface Uploads extends UploadOptions {
  compose: ComposeSheet
  /** Slack's ids of files, by workspace and picture. */
  uploaded: Map<string, string>
}

/** Where pictures are shown: `team` as `renderTeamId` names it. */
type Workspace = Parameters<Pictures['show']>[1]

export function createPictures(options: UploadOptions): Pictures {
  const { ask, log } = options
  const uploads: Uploads = {
    ...options,
    compose: createSheets(options.pictures),
    uploaded: new Map(),
  }

  return {
    async show(blocks, workspace, send) {
      let fault: unknown
      for await (const findImage of listWays(uploads, blocks, workspace)) {
        try {
          return await send(findImage)
        } catch (error) {
          fault = error
          if (!refusesPictures(error)) throw error
          logFailure(log, error, {}, 'Slack could not show a picture')
        }
      }
      throw fault
    },
    async post(file, client, { channel, thread }) {
      const location =
        thread === undefined ? { channel_id: channel } : { channel_id: channel, thread_ts: thread }
      try {
        await ask('once', `post ${channel}`, () =>
          client.filesUploadV2({ ...renderUpload(file), ...location }),
        )
        return true
      } catch (error) {
        logFailure(log, error, {}, 'A file could not be posted on Slack')
        return false
      }
    },
  }
}

async function* listWays(
  uploads: Uploads,
  blocks: readonly Block[],
  workspace: Workspace,
): AsyncGenerator<FindImage> {
  const { servesPictures, uploaded, log } = uploads
  await Promise.all(blocks.filter(isSeveral).map((several) => uploadSheet(uploads, several, workspace)))
  const shown = blocks.flatMap((block): readonly Shown[] => {
    if (block.kind === 'file') return isShowable(block.file) ? [block.file] : []
    if (block.kind === 'entry') return block.picture ? [block.picture] : []
    if (block.kind !== 'pictures') return []
    return uploaded.has(nameIn(workspace, block)) ? [block] : block.pictures
  })
  if (shown.length === 0) return yield link
  const own = shown.filter((each) => servesPictures || !('url' in each))
  const failed = await Promise.all(own.map((each) => upload(uploads, each, workspace))).then(
    () => false,
    (error) => {
      if (hasCode(error, 'stopping')) throw error
      log.warn(
        { fault: traceFault(error) },
        'A picture could not be uploaded to Slack, so there is a link or words in its place',
      )
      return true
    },
  )
  if (!failed) {
    yield* repeat(uploads, (each) => {
      if (!servesPictures && 'url' in each) return { image_url: each.url }
      const id = uploaded.get(nameIn(workspace, each))
      return id === undefined ? undefined : { slack_file: { id } }
    })
    // A file that was deleted since must be uploaded anew the next time.
    for (const each of own) uploaded.delete(nameIn(workspace, each))
  }
  yield link
}

const isSeveral = (block: Block): block is Several => block.kind === 'pictures' && block.pictures.length > 1

/** Where it cannot be had, its pictures are shown one by one. */
async function uploadSheet(uploads: Uploads, several: Several, workspace: Workspace): Promise<void> {
  await upload(uploads, several, workspace).catch((error) => {
    if (hasCode(error, 'stopping')) throw error
    logFailure(uploads.log, error, {}, 'Several pictures could not be shown as one on Slack')
  })
}

/** The same way at each moment at which it may work. */
async function* repeat({ settling, clock }: UploadOptions, way: FindImage): AsyncGenerator<FindImage> {
  for (const wait of settling) {
    if (wait > 0) await clock.sleep(wait)
    yield way
  }
}

async function upload(uploads: Uploads, shown: Shown, workspace: Workspace): Promise<void> {
  const { ask, uploaded, copies } = uploads
  const name = nameIn(workspace, shown)
  if (uploaded.has(name)) return
  const found = await readFile(uploads, shown)
  if (!found) return
  const { team, upload: client } = workspace
  const keys = listKeys(shown)
  const id = await ask('again', `upload ${team}`, () =>
    uploadFile(client, {
      ...renderUpload(found),
      alt: cutText(shown.alt ?? '', longestAlt) || 'Picture',
      note: async (file) =>
        void (keys.length > 0 && (await copies.note(keys, { platform: 'slack', team, file }))),
    }),
  )
  if (uploaded.size >= mostRemembered) uploaded.delete(uploaded.keys().next().value ?? '')
  uploaded.set(name, id)
}

async function readFile(
  { pictures, compose }: Uploads,
  shown: Shown,
): Promise<Pick<SentFile, 'name' | 'bytes'> | undefined> {
  if ('bytes' in shown) return shown
  if ('pictures' in shown) {
    const bytes = await compose(
      shown.pictures.map((each, index) => ({ ...each, number: each.number ?? index + 1 })),
    )
    return bytes && { bytes, name: 'pictures.jpg' }
  }
  const found = await ((shown.small && pictures.readSmall) || pictures.read)(shown.key)
  return found && { bytes: found.bytes, name: `picture.${found.mime === 'image/png' ? 'png' : 'jpg'}` }
}

/** As the SDK takes a file. */
const renderUpload = ({ name, bytes }: Pick<SentFile, 'name' | 'bytes'>) => ({
  file: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length),
  filename: renderFileName(name),
})

/** Of the hosted pictures that it shows. */
function listKeys(shown: Shown): readonly string[] {
  if ('key' in shown) return [shown.key]
  return 'pictures' in shown ? shown.pictures.map(({ key }) => key) : []
}

function nameIn({ team }: Workspace, shown: Shown): string {
  if ('key' in shown) return `${team}:${shown.key}${shown.small ? ' small' : ''}`
  if ('pictures' in shown) return `${team}:${shown.pictures.map(({ key }) => key).join('+')}`
  return `${team}:${createHash('sha256').update(shown.bytes).digest('base64')}`
}
