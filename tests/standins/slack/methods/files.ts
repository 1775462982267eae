/** files.*: the upload in three steps, and what became of it. */
import { type ApiMethod, type BotCall, requireTeam } from '../api.ts'
import { ApiError } from '../api-error.ts'
import { isShape, type Shape, stringIn } from '../blocks/shape.ts'
import { createSlackId } from '../ids.ts'
import { plainContent, postMessage } from '../message.ts'
import { renderFile } from '../payloads.ts'
import { requirePostable } from '../places.ts'
import { readJson, readText, requireText } from '../posting.ts'
import type { StoredFile } from '../world.ts'

function requireFile(call: BotCall, id: string): StoredFile {
  const file = call.world.files.get(id)
  const mine = file?.owner === call.installation.botUserId || (file?.sharedIn.size ?? 0) > 0
  if (!file || !mine || file.state === 'awaiting') throw new ApiError('file_not_found')
  if (file.state === 'deleted') throw new ApiError('file_deleted')
  return file
}

function share(call: BotCall, target: string, files: readonly StoredFile[]): void {
  const { world, args, installation } = call
  const channel = requirePostable(call, target)
  const content = {
    ...plainContent(readText(args, 'initial_comment') ?? ''),
    files: files.map((file) => file.id),
  }
  const threadTs = readText(args, 'thread_ts')
  for (const file of files) file.sharedIn.add(channel.id)
  postMessage(
    world,
    { channel, threadTs, user: installation.botUserId, botId: installation.botId },
    content,
    'api',
  )
}

/** By name. */
export const fileMethods: Record<string, ApiMethod> = {
  'files.getUploadURLExternal': {
    token: 'bot',
    scopes: ['files:write'],
    tier: 4,
    run(call) {
      const { world, args, installation } = call
      const id = createSlackId('F')
      const name = requireText(args, 'filename')
      const length = Number(requireText(args, 'length'))
      if (!Number.isInteger(length) || length <= 0) throw new ApiError('invalid_arguments')
      world.files.set(id, {
        id,
        name,
        title: name,
        mimetype: 'application/octet-stream',
        altText: readText(args, 'alt_text') ?? readText(args, 'alt_txt'),
        length,
        bytes: undefined,
        teamId: requireTeam(call).id,
        owner: installation.botUserId,
        state: 'awaiting',
        readyAt: Number.POSITIVE_INFINITY,
        sharedIn: new Set(),
      })
      return { upload_url: `${world.url}/upload/v1/${id}`, file_id: id }
    },
  },

  'files.completeUploadExternal': {
    token: 'bot',
    scopes: ['files:write'],
    tier: 4,
    run(call) {
      const { world, args } = call
      const listed = readJson(args, 'files', 'invalid_arguments')
      const named: readonly Shape[] = Array.isArray(listed) ? listed.filter(isShape) : []
      if (named.length === 0) throw new ApiError('invalid_arguments')
      const files = named.map((one) => {
        const file = world.files.get(stringIn(one, 'id'))
        if (file?.state !== 'uploaded' || file.owner !== call.installation.botUserId)
          throw new ApiError('file_not_found')
        return file
      })
      const target = readText(args, 'channel_id') ?? readText(args, 'channels')
      for (const channel of target?.split(',') ?? []) share(call, channel, files)
      files.forEach((file, index) => {
        file.state = 'complete'
        file.title = stringIn(named[index] ?? { type: '' }, 'title') || file.name
        file.readyAt = world.clock.now() + world.switches.filesReadyAfter
      })
      return { files: files.map((file) => renderFile(world, file)) }
    },
  },

  'files.info': {
    token: 'bot',
    scopes: ['files:read'],
    tier: 4,
    run: (call) => ({
      file: renderFile(call.world, requireFile(call, requireText(call.args, 'file', 'file_not_found'))),
    }),
  },

  'files.delete': {
    token: 'bot',
    scopes: ['files:write'],
    tier: 3,
    run(call) {
      const file = requireFile(call, requireText(call.args, 'file', 'file_not_found'))
      if (file.owner !== call.installation.botUserId) throw new ApiError('cant_delete_file')
      file.state = 'deleted'
      file.bytes = undefined
      call.world.changes.emit('change')
      return {}
    },
  },
}
