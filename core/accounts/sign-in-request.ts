/** Asks a platform about a sign-in by HTTP, and reads what it answers; what it was sent is quoted nowhere. */
import type { z } from 'zod'
import { SignInFault } from './platform-sign-in.ts'

/** A person is waiting for the page. Milliseconds. */
const timeout = 10_000

/** Answers with what the schema finds in the JSON. Rejects with `SignInFault`. */
export async function askPlatform<Value>(
  schema: z.ZodType<Value>,
  url: string,
  init: { form?: Readonly<Record<string, string>>; bearer?: string },
): Promise<Value> {
  const { form, bearer } = init
  const answer = await ask(url, {
    redirect: 'error',
    signal: AbortSignal.timeout(timeout),
    ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    ...(bearer !== undefined && { headers: { authorization: `Bearer ${bearer}` } }),
  })
  const { host } = new URL(url)
  if (answer.status >= 500 || answer.status === 429)
    throw new SignInFault('down', `${host} answered ${answer.status}`)
  if (answer.status >= 400) throw new SignInFault('refused', `${host} answered ${answer.status}`)
  const read = schema.safeParse(answer.body)
  if (!read.success) throw new SignInFault('refused', `${host} answered in an unknown form`)
  return read.data
}

async function ask(url: string, init: RequestInit): Promise<{ status: number; body: unknown }> {
  try {
    const response = await fetch(url, init)
    const text = await response.text()
    return { status: response.status, body: response.ok ? JSON.parse(text) : undefined }
  } catch (cause) {
    throw new SignInFault('down', 'No answer came that could be read', { cause })
  }
}
