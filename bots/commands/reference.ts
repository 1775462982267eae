/** Draws from the pictures of a message: chosen in its menu, asked for in a form. */
import { CoreError } from '#core/errors.ts'
import {
  type ChatUser,
  type Core,
  type Generation,
  isPublic,
  mostReferences,
  nameResults,
} from '#core/index.ts'
import { listGiven } from '../attached.ts'
import { type Command, defineCommand } from '../command.ts'
import { followJob } from '../follow-job.ts'
import { renderReferenceForm } from '../messages/references.ts'
import type { Option, OptionsOf } from '../option.ts'
import type { Attachment, Call, Press } from '../platform.ts'
import { isSealed, sealPress } from '../press.ts'
import { along, pressed } from '../pressed.ts'
import type { createImagine } from './imagine.ts'

type Imagine = ReturnType<typeof createImagine>
type Asked = OptionsOf<(typeof pressed)['use-reference']>

/** By which platforms hand over what was chosen in the menu of a message. */
export const referenceName = 'use-reference'
const drawName = 'draw-from'

/** What a form starts from. */
interface Start {
  /** How many pictures these are. */
  count: number
  /** By which the form's command finds them. */
  options: Press['options']
  /** What comes of them is for the caller alone. */
  private: boolean
}

export const createUseReference = (imagine: Imagine): Command =>
  defineCommand({
    name: referenceName,
    options: pressed[referenceName],
    hidden: true,
    onMessage: true,
    opensForm: true,
    isPrivate: () => true,
    async run(call, core) {
      const { id: account } = await core.accounts.requireAccount(call.user)
      const start = await findStart(call, core, account)
      const hidden = start.private && { private: true }
      return {
        ...renderReferenceForm(call.words, imagine.options, start),
        ...{ command: drawName, options: { ...start.options, ...hidden } },
        again: { command: referenceName, options: { ...start.options, ...hidden } },
      }
    },
  })

/** A picture of ours is named, and not downloaded; it is seen by the rule of `/change`. */
async function findStart(call: Call<Asked>, core: Core, account: string): Promise<Start> {
  const { id, private: hidden = false, image, image2, image3, image4, image5 } = call.options
  if (id !== undefined) {
    const seen = await requireSeen(core, account, id)
    return { count: seen.pictures.length, options: { id }, private: hidden || !isPublic(seen) }
  }
  if (call.options.along !== undefined) {
    const { length } = await findAlong(call, core)
    const { along = '', proof = '' } = call.options
    return { count: length, options: { along, proof }, private: hidden }
  }
  const images = listGiven(image, image2, image3, image4)
  if (image5) throw new CoreError('too-many-attachments', { limit: mostReferences })
  if (images.length === 0) throw new CoreError('nothing-to-start-from', {})
  const along = images[0]?.reference ?? (await call.keepAttachments?.(account))
  if (along === undefined) throw new CoreError('attachment-unavailable', {})
  const { seal: proof = '' } = await sealPress(core.seals, call.user, nameAlong(along))
  return { count: images.length, options: { along, proof }, private: hidden }
}

async function requireSeen(core: Core, account: string, id: string): Promise<Generation> {
  const seen = await core.history.requireVisible(account, id)
  if (seen.pictures.length === 0) throw new CoreError('nothing-to-start-from', {})
  return seen
}

const nameAlong = (along: string): Press => ({ command: drawName, options: { along } })

/** What came along earlier with this very person. */
async function findAlong(
  call: Pick<Call, 'findAttachments'> & { user: ChatUser; options: { along?: string; proof?: string } },
  { seals }: Core,
): Promise<readonly Attachment[]> {
  const { along, proof = '' } = call.options
  if (along === undefined) return []
  if (!(await isSealed(seals, call.user, { ...nameAlong(along), seal: proof }))) {
    throw new CoreError('press-refused', {})
  }
  const found = (await call.findAttachments?.(along, mostReferences)) ?? []
  if (found.length === 0) throw new CoreError('attachment-unavailable', {})
  return found
}

/** What the form sends: all that can be asked of a picture, from where it starts and what else comes along. */
export const createDrawFrom = ({ options }: Imagine): Command =>
  defineCommand({
    name: drawName,
    options: [...options, { name: 'id', type: 'generation' }, ...along] satisfies Option[],
    hidden: true,
    isPrivate: (options) => options.private === true,
    async run(call, core) {
      const { id: owner } = await core.accounts.requireAccount(call.user)
      const { id, along: _, proof: __, image, image2, image3, image4, ...asked } = call.options
      const seen = id === undefined ? undefined : await requireSeen(core, owner, id)
      const sources = seen ? nameResults(seen) : []
      const brought = [...(await findAlong(call, core)), ...listGiven(image, image2, image3, image4)]
      if (sources.length + brought.length > mostReferences) {
        throw new CoreError('too-many-attachments', { limit: mostReferences - sources.length })
      }
      const isPrivate = asked.private === true || (seen !== undefined && !isPublic(seen))
      const job = await core.images.order({
        ...asked,
        ...{ owner, sources, brought, private: isPrivate, call: call.id, origin: call.origin },
      })
      return await followJob({ ...call, options: {} }, core, job, { private: isPrivate })
    },
  })
