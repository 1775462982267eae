/**
 * Keeps what Discord says of a message's pictures while a form about them is filled in: a form holds too little, and the
 * message shows them only to apps with a privileged intent.
 */
import { z } from 'zod'
import { CoreError } from '#core/errors.ts'
import { type Ports, putRecord } from '#core/index.ts'
import { chooseFields, type SaidAttachment } from './attachment.ts'

export interface KeptAttachments {
  keep(key: string, account: string, attachments: readonly SaidAttachment[]): Promise<void>
  /** Rejects with `attachment-unavailable` where they are not kept (any more). */
  find(key: string): Promise<readonly SaidAttachment[]>
}

const kind = 'discord-attachments'
/** Their addresses last for a day. Milliseconds. */
const life = 60 * 60_000

export function createKeptAttachments(
  records: Ports['store']['records'],
  clock: Ports['clock'],
): KeptAttachments {
  return {
    async keep(key, owner, attachments) {
      const now = clock.now()
      const names = attachments.map(({ filename }) => filename)
      const body = { names, attachments: attachments.map(chooseFields) }
      await putRecord(records, { kind, key, owner, expiresAt: now + life, body }, now)
    },
    async find(key) {
      const record = await records.findRecord(kind, key, clock.now())
      const { data } = kept.safeParse(record?.body)
      if (!data) throw new CoreError('attachment-unavailable', {})
      return data.attachments
    },
  }
}

const kept = z.object({
  attachments: z.array(
    z.object({
      filename: z.string(),
      size: z.number(),
      url: z.string(),
      content_type: z.string().optional(),
    }),
  ),
})
