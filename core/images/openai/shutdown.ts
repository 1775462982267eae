/** Asks OpenAI when it will shut a model down (developers.openai.com/api/docs/deprecations). */
import type OpenAI from 'openai'

/** The day as YYYY-MM-DD; undefined when none is announced, and on any trouble or after five seconds. */
export async function findShutdownDate(client: OpenAI, model: string): Promise<string | undefined> {
  try {
    for await (const listed of client.models.list({ signal: AbortSignal.timeout(5000) })) {
      if (listed.id === model) return readDay(listed.shutdown_date)
    }
  } catch {
    return undefined
  }
  return undefined
}

/** Takes a date in any form that names a day: ISO 8601, with or without a time, or Unix seconds. */
function readDay(value: unknown): string | undefined {
  const isSeconds = typeof value === 'number' || (typeof value === 'string' && /^\d{9,}$/.test(value))
  const time = isSeconds ? Number(value) * 1000 : Date.parse(String(value))
  return Number.isFinite(time) ? new Date(time).toISOString().slice(0, 10) : undefined
}
