/** Reads what a form sent. */
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { limitBody } from './limit-body.ts'
import { renderProblem } from './pages/problem.ts'

/** Every field as text, at most 500 characters; empty for what is missing or a file. Rejects when it is no form. */
export async function readForm(c: Context): Promise<(name: string) => string> {
  const fields = await c.req.parseBody().catch((cause: unknown) => {
    throw new HTTPException(400, { cause })
  })
  return (name) => {
    const value = fields[name]
    return typeof value === 'string' ? value.slice(0, 500) : ''
  }
}

/** No form of ours is larger. Bytes. */
const largestForm = 16 * 1024

export const limitForms = limitBody(largestForm, (c) => c.html(renderProblem('refused'), 413))
