/** Turns the arguments of a post, an acknowledgement or a `response_url` into content, or refuses them. */
import { ApiError, createShapeError } from './api-error.ts'
import { checkBlocks } from './blocks/check.ts'
import { completeBlocks, isShape, type Shape, shapesIn } from './blocks/shape.ts'
import type { Args } from './http.ts'
import type { Content } from './message.ts'
import { blame, type World } from './world.ts'

/** Reads a string argument; a number is taken as written. */
export function readText(args: Args, name: string): string | undefined {
  const value = args[name]
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** Reads a string argument, or refuses with that code. */
export function requireText(args: Args, name: string, code = 'invalid_arguments'): string {
  const value = readText(args, name)
  if (value === undefined) {
    throw new ApiError(code, { response_metadata: { messages: [`[ERROR] missing required field: ${name}`] } })
  }
  return value
}

/** True as itself, or as a form writes it. */
export function readFlag(args: Args, name: string): boolean {
  return [true, 'true', '1', 1].includes(args[name] as string)
}

/** Reads an argument that is JSON: itself in a JSON body, a string of it in a form. */
export function readJson(args: Args, name: string, code: string): unknown {
  const value = args[name]
  if (typeof value !== 'string') return value ?? undefined
  if (value === '') return undefined
  try {
    return JSON.parse(value)
  } catch {
    throw new ApiError(code)
  }
}

/** chat.postMessage cuts text here: https://docs.slack.dev/reference/methods/chat.postMessage */
const postedText = 40_000

/**
 * The content those arguments make. Throws `no_text`, `invalid_blocks`, `invalid_attachments`,
 * `too_many_attachments` and `markdown_text_conflict`.
 */
export async function readContentArgs(world: World, teamId: string, args: Args): Promise<Content> {
  const blocks = readJson(args, 'blocks', 'invalid_blocks_format') ?? []
  const attachments = readJson(args, 'attachments', 'invalid_attachments') ?? []
  const markdown = readText(args, 'markdown_text')
  const text = readText(args, 'text') ?? ''
  if (!Array.isArray(blocks)) throw new ApiError('invalid_blocks_format')
  if (!Array.isArray(attachments) || !attachments.every(isShape)) throw new ApiError('invalid_attachments')
  if (attachments.length > 100) throw new ApiError('too_many_attachments')
  if (markdown !== undefined && (text !== '' || blocks.length > 0))
    throw new ApiError('markdown_text_conflict')
  if (text === '' && blocks.length === 0 && attachments.length === 0 && markdown === undefined) {
    throw new ApiError('no_text')
  }
  const all = markdown === undefined ? blocks : [{ type: 'markdown', text: markdown }]
  for (const part of [all, ...attachments.map((one) => shapesIn(one, 'blocks'))]) {
    const faults = await checkBlocks(world, teamId, part)
    if (faults.length > 0) {
      blame(world, `blocks that Slack refuses: ${faults.join('; ')}`)
      throw createShapeError('invalid_blocks', faults)
    }
  }
  return {
    text: text.slice(0, postedText),
    blocks: completeBlocks(all as Shape[]),
    attachments: completeAttachments(attachments),
    files: [],
    mrkdwn: args.mrkdwn !== false && args.mrkdwn !== 'false',
    linkNames: readFlag(args, 'link_names') || args.parse === 'full',
  }
}

function completeAttachments(attachments: readonly Shape[]): readonly Shape[] {
  return attachments.map((one) => ({
    ...one,
    ...('blocks' in one && { blocks: completeBlocks(shapesIn(one, 'blocks')) }),
  }))
}
