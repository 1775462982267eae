/** Checks blocks and views the way Slack does before it takes them: every fault, with a JSON pointer. */
import { z } from 'zod'
import type { World } from '../world.ts'
import { home, messageBlocks, modal } from './blocks.ts'
import { checkPictures } from './pictures.ts'
import { elementsOf, flattenBlocks, type Shape } from './shape.ts'

/** The faults of a message's blocks; none when Slack would take them. */
export async function checkBlocks(world: World, teamId: string, blocks: unknown): Promise<readonly string[]> {
  const read = messageBlocks.safeParse(blocks)
  if (!read.success) return describe(read.error, '/blocks')
  return checkContents(world, teamId, read.data as readonly Shape[], '/blocks')
}

/** The faults of a view for that surface. */
export async function checkView(
  world: World,
  teamId: string,
  kind: 'modal' | 'home',
  view: unknown,
): Promise<readonly string[]> {
  const read = z.safeParse(kind === 'modal' ? modal : home, view)
  if (!read.success) return describe(read.error, '/view')
  return checkContents(world, teamId, read.data.blocks as readonly Shape[], '/view/blocks')
}

async function checkContents(
  world: World,
  teamId: string,
  blocks: readonly Shape[],
  pointer: string,
): Promise<readonly string[]> {
  return [...findRepeats(blocks, pointer), ...(await checkPictures(world, teamId, blocks, pointer))]
}

function findRepeats(blocks: readonly Shape[], pointer: string): readonly string[] {
  const all = flattenBlocks(blocks)
  const repeated = repeats(all.map((block) => block.block_id))
  return [
    ...repeated.map((id) => `block_id \`${id}\` already exists [json-pointer:${pointer}]`),
    ...all.flatMap((block) =>
      repeats(elementsOf(block).map((element) => element.action_id)).map(
        (id) => `\`action_id\` \`${id}\` already exists in its block [json-pointer:${pointer}]`,
      ),
    ),
  ]
}

function repeats(ids: readonly unknown[]): readonly unknown[] {
  const given = ids.filter((id) => id !== undefined)
  return [...new Set(given.filter((id, index) => given.indexOf(id) !== index))]
}

function describe(error: z.ZodError, root: string): readonly string[] {
  return error.issues.flatMap((issue) =>
    explain(issue, `${root}${issue.path.map((step) => `/${String(step)}`).join('')}`),
  )
}

function explain(issue: z.core.$ZodIssue, pointer: string): readonly string[] {
  const at = `[json-pointer:${pointer}]`
  if (issue.code === 'too_big') {
    const things = issue.origin === 'array' ? 'items allowed' : 'characters'
    return [
      issue.origin === 'array'
        ? `no more than ${issue.maximum} ${things} ${at}`
        : `must be less than ${Number(issue.maximum) + 1} ${things} ${at}`,
    ]
  }
  if (issue.code === 'too_small') {
    return [
      `must be more than ${Number(issue.minimum) - 1} ${issue.origin === 'array' ? 'items' : 'characters'} ${at}`,
    ]
  }
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => `invalid additional property: ${key} ${at}`)
  if (issue.code === 'invalid_union' && issue.errors.length === 0) return [`unsupported type ${at}`]
  if (issue.code === 'invalid_type' && issue.message.includes('undefined')) {
    const [, parent, field] = pointer.match(/^(.*)\/([^/]*)$/) ?? []
    return [`missing required field: ${field} [json-pointer:${parent}]`]
  }
  return [`${issue.message} ${at}`]
}
