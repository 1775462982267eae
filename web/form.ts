/** Reads what a form sent. */
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { limitBody } from './limit-body.ts'
import { renderProblem } from './pages/problem.ts'

export interface Form {
  /** A field as text, at most 500 characters; empty for what is missing or a file, and the last of several. */
  field(name: string): string
  /** All of that name. */
  list(name: string): string[]
}

/** Rejects when it is no form. */
export async function readFormList(c: Context): Promise<Form> {
  const fields = await c.req.parseBody({ all: true }).catch((cause: unknown) => {
    throw new HTTPException(400, { cause })
  })
  const list = (name: string) =>
    [fields[name] ?? []].flat().flatMap((value) => (typeof value === 'string' ? [value.slice(0, 500)] : []))
  return { list, field: (name) => list(name).at(-1) ?? '' }
}

/** Every field by its name, as `Form` has it. Rejects when it is no form. */
export const readForm = async (c: Context): Promise<Form['field']> => (await readFormList(c)).field

/** No form of ours is larger. Bytes. */
const largestForm = 16 * 1024

export const limitForms = limitBody(largestForm, (c) => c.html(renderProblem('refused'), 413))
