/** The vendors of a world, the payment provider apart: what they have done outlives every process. */
import { CoreError } from '#core/errors.ts'
import type { ImageHost, PreparePicture } from '#core/hosting/image-host.ts'
import type { KeptPictures } from '#core/hosting/kept-pictures.ts'
import type { Thumbnails } from '#core/hosting/thumbnail.ts'
import type { ImageModel } from '#core/images/image-model.ts'
import { tools } from '#core/images/tools.ts'
import type { Generation } from '#core/index.ts'
import { type Mail, MailError, type Mailer } from '#web/mailer.ts'
import type { VirtualClock } from './virtual-clock.ts'
import type { Witness } from './witness.ts'

/** Prompts that the model answers with trouble; any other is drawn. */
const troubles: Readonly<Record<string, () => CoreError>> = {
  blocked: () => new CoreError('moderation-blocked', { stage: 'input', categories: ['violence'] }),
  busy: () => new CoreError('vendor-busy', {}),
  down: () => new CoreError('vendor-down', {}),
}

/** A picture that the host does not take at first, and for how long. Milliseconds. */
const stuck = { prompt: 'stuck', for: 20_000 }

/** An address whose mail is refused. */
export const refusedAddress = 'nobody@example.com'

export type Vendors = ReturnType<typeof createVendors>

/** `drawFor`: how long the model draws, and the provider looks for orders, in milliseconds. */
export function createVendors({ requests }: Pick<Witness, 'requests'>, clock: VirtualClock, drawFor: number) {
  const hosted = new Set<string>()
  /** Of which of them smaller copies are hosted. */
  const copied = new Set<string>()
  /** Since when, by key, the host has not taken a picture. */
  const refused = new Map<string, number>()
  /** By the name of the disk and the generation. */
  const disks = new Map<string, Map<string, Uint8Array<ArrayBuffer>[]>>()
  const shown: Generation[] = []
  const mails: Mail[] = []
  let asleep = 0
  let posts = 0
  let notes = 0

  /** Takes its time. */
  async function work(): Promise<void> {
    asleep++
    if (drawFor > 0) await clock.sleep(drawFor)
    asleep--
  }

  const model: Required<Omit<ImageModel, 'abilities'>> = {
    id: 'scripted',
    async draw({ prompt: sent, count }, { safetyIdentifier }) {
      const prompt = sent.replace(tools.change.instruct(''), '')
      const request = { account: safetyIdentifier, prompt, isOpen: true }
      requests.push(request)
      await work()
      request.isOpen = false
      const trouble = troubles[prompt]
      if (trouble) throw trouble()
      return { pictures: Array.from({ length: count }, () => new TextEncoder().encode(prompt)) }
    },
    findShutdownDate: async () => undefined,
  }

  /** Pictures that are not removed at the first attempt. */
  const reluctant = new Set<string>()
  const host: ImageHost & Pick<Thumbnails, 'makeThumbnails'> = {
    async put(key, bytes) {
      const since = refused.get(key) ?? clock.now()
      refused.set(key, since)
      if (new TextDecoder().decode(bytes) === stuck.prompt && clock.now() < since + stuck.for) {
        throw new CoreError('hosting-failed', {})
      }
      hosted.add(key)
      return `http://pictures.test/${key}`
    },
    read: async (key) =>
      hosted.has(key) ? { bytes: new TextEncoder().encode(key), mime: 'image/png' } : undefined,
    async remove(key) {
      if (reluctant.delete(key)) throw new CoreError('hosting-failed', {})
      hosted.delete(key)
      copied.delete(key)
    },
    async makeThumbnails(key) {
      if (hosted.has(key)) copied.add(key)
    },
  }

  /** One machine's disk, which outlives its processes. */
  function openDisk(name: string): KeptPictures {
    const disk = disks.get(name) ?? new Map<string, Uint8Array<ArrayBuffer>[]>()
    disks.set(name, disk)
    return {
      findDisk: async () => name,
      keep: async (generation, pictures) => void disk.set(generation, [...pictures]),
      read: async (generation) => disk.get(generation),
      drop: async (generation) => void disk.delete(generation),
      list: async () => [...disk.keys()],
    }
  }

  const prepare: PreparePicture = async (bytes, origin) => {
    if (new TextDecoder().decode(bytes) === 'garbled') {
      throw new CoreError(origin === 'drawn' ? 'picture-unreadable' : 'attachment-unreadable', {})
    }
    return { bytes, mime: 'image/png', width: 16, height: 16 }
  }

  const chat = {
    async deliver(generation: Generation) {
      shown.push(generation)
    },
    /** In a team's gallery; answers with the message's id. */
    async post(_generation: Generation) {
      return `message-${posts++}`
    },
    async retract() {},
    /** The channel does not take every third note, from the first on, until it is posted again. */
    async tellTeam() {
      if (notes++ % 3 === 0) throw new CoreError('not-connected', {})
      return `note-${notes}`
    },
    async tellMonth() {},
    async changeTold() {},
    async tellAsker() {},
  }

  const mailer: Mailer = {
    async send(mail) {
      if (mail.to === refusedAddress) throw new MailError('refused', undefined)
      mails.push(mail)
    },
  }

  return {
    model,
    host,
    prepare,
    openDisk,
    disks,
    chat,
    mailer,
    reluctant,
    hosted,
    copied,
    shown,
    mails,
    work,
    /** How many requests wait for time to pass. */
    countAsleep: () => asleep,
  }
}
