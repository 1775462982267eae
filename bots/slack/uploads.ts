/** Gets pictures into messages: by their public address, or, when only this machine has them, as files of Slack's. */
import { hasCode } from '#core/errors.ts'
import { type Core, type Log, logFailure } from '#core/index.ts'
import type { Block, ShownPicture } from '../platform.ts'
import { traceFault } from '../trace-fault.ts'
import type { Ask, Clock, WebClient } from './api.ts'
import { refusesPictures } from './errors.ts'
import type { FindImage } from './render.ts'

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
}

/** Files that need not be uploaded again. */
const mostRemembered = 500

const link: FindImage = () => undefined
const hosted: FindImage = ({ url }) => ({ image_url: url })

export function createPictures(options: {
  pictures: Core['pictures']
  servesPictures: boolean
  ask: Ask
  clock: Clock
  log: Log
  /**
   * How long to wait before each try: Slack must process a file just uploaded, and the host of a picture that Slack
   * could not fetch may be well again. Milliseconds.
   */
  settling: readonly number[]
}): Pictures {
  const { pictures, servesPictures, ask, clock, log, settling } = options
  const uploaded = new Map<string, string>()

  async function upload(picture: ShownPicture, team: string, client: WebClient): Promise<void> {
    const name = `${team}:${picture.key}`
    if (uploaded.has(name)) return
    const found = await pictures.read(picture.key)
    if (!found) return
    const { files } = await ask('again', `upload ${team}`, () =>
      client.filesUploadV2({
        file: Buffer.from(found.bytes),
        filename: `picture.${found.mime === 'image/png' ? 'png' : 'jpg'}`,
        alt_text: picture.alt.slice(0, 1_000) || 'Picture',
      }),
    )
    const id = files[0]?.files?.[0]?.id
    if (id === undefined) return
    if (uploaded.size >= mostRemembered) uploaded.delete(uploaded.keys().next().value ?? '')
    uploaded.set(name, id)
  }

  /** The same way at each moment at which it may work. */
  async function* repeat(way: FindImage): AsyncGenerator<FindImage> {
    for (const wait of settling) {
      if (wait > 0) await clock.sleep(wait)
      yield way
    }
  }

  async function* listWays(
    shown: readonly ShownPicture[],
    { team, upload: client }: { team: string; upload: WebClient },
  ): AsyncGenerator<FindImage> {
    if (shown.length === 0) return yield link
    if (!servesPictures) {
      yield* repeat(hosted)
      return yield link
    }
    const failed = await Promise.all(shown.map((picture) => upload(picture, team, client))).then(
      () => false,
      (error) => {
        if (hasCode(error, 'stopping')) throw error
        log.warn(
          { fault: traceFault(error) },
          'A picture could not be uploaded to Slack, so it is shown as a link',
        )
        return true
      },
    )
    if (!failed) {
      yield* repeat(({ key }) => {
        const id = uploaded.get(`${team}:${key}`)
        return id === undefined ? undefined : { slack_file: { id } }
      })
      // A file that was deleted since must be uploaded anew the next time.
      for (const { key } of shown) uploaded.delete(`${team}:${key}`)
    }
    yield link
  }

  return {
    async show(blocks, workspace, send) {
      const shown = blocks.flatMap((block) => (block.kind === 'pictures' ? block.pictures : []))
      let fault: unknown
      for await (const findImage of listWays(shown, workspace)) {
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
  }
}
