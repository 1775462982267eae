/** response_url: five answers within thirty minutes, and what each may do to which message. */
import { ApiError } from './api-error.ts'
import type { Answer, Args } from './http.ts'
import { createSlackId, randomText } from './ids.ts'
import { deleteMessage, editMessage, type Message, postMessage, type Via } from './message.ts'
import { readContentArgs, readFlag, readText } from './posting.ts'
import { blame, findInstallation, type Hook, type World } from './world.ts'

/** https://docs.slack.dev/interactivity/handling-user-interaction */
const mostUses = 5
const life = 30 * 60_000

/** Makes the URL for one action of a person. */
export function createHook(world: World, hook: Omit<Hook, 'at' | 'uses'>): { url: string; hook: Hook } {
  const path = `/${hook.kind}s/${hook.channel.team.id}/${createSlackId('')}/${randomText(24)}`
  const made: Hook = { ...hook, at: world.clock.now(), uses: 0 }
  world.hooks.set(path, made)
  return { url: world.url + path, hook: made }
}

/** Answers a POST to such a URL. Refusals are 404, or 400 for content that Slack would not take. */
export async function answerHook(world: World, path: string, args: Args): Promise<Answer> {
  const hook = world.hooks.get(path)
  const refusal = hook ? refuse(world, hook) : 'no_service'
  if (!hook || refusal) return { status: 404, body: { ok: false, error: refusal } }
  hook.uses += 1
  try {
    await useHook(world, hook, args, 'response_url')
    return { status: 200, body: 'ok' }
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    return { status: 400, body: { ok: false, error: error.code, ...error.details } }
  }
}

function refuse(world: World, hook: Hook): string | undefined {
  if (!findInstallation(world, hook.channel.team)) return 'no_service'
  if (hook.channel.deleted) return 'channel_not_found'
  if (hook.channel.archived) return 'is_archived'
  const dead =
    world.clock.now() - hook.at > life ? 'expired_url' : hook.uses >= mostUses ? 'used_url' : undefined
  if (dead) blame(world, `a response_url past its life: ${dead}`)
  return dead
}

/**
 * Posts, replaces or deletes. A command's URL has no original message: `replace_original` posts a new one there
 * (slackapi/bolt-js issue 2287). Replacing never changes who sees a message.
 */
export async function useHook(world: World, hook: Hook, args: Args, via: Via): Promise<Message | undefined> {
  const { channel, source, botUserId, cause } = hook
  if (readFlag(args, 'delete_original')) {
    if (source && source.deletedAt === undefined) deleteMessage(world, source)
    return undefined
  }
  const content = await readContentArgs(world, channel.team.id, args)
  if (readFlag(args, 'replace_original') && source) {
    if (source.deletedAt !== undefined) throw new ApiError('message_not_found')
    editMessage(world, source, content, via)
    return source
  }
  const botId = findInstallation(world, channel.team)?.botId
  const everybody = args.response_type === 'in_channel'
  const threadTs = readText(args, 'thread_ts')
  const onlyFor = everybody ? undefined : hook.person.id
  return postMessage(world, { channel, threadTs, user: botUserId, botId, cause, onlyFor }, content, via)
}
