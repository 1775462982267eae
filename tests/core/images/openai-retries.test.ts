/** What is asked again: only what provably bought nothing, as patiently as the vendor wishes. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { CoreError } from '#core/errors.ts'
import {
  createOpenAIRig,
  createOptions,
  createRequest,
  type OpenAIRig,
} from '#tests/core/images/openai/rig.ts'

const rigs: OpenAIRig[] = []
afterEach(async () => {
  for (const rig of rigs.splice(0)) await rig.standin.close()
})

async function start(options?: Parameters<typeof createOpenAIRig>[0]): Promise<OpenAIRig> {
  const rig = await createOpenAIRig(options)
  rigs.push(rig)
  return rig
}

describe('a rate limit', () => {
  it('is waited out as long as the vendor asks, and one picture is bought', async () => {
    const rig = await start()
    rig.standin.behave(
      { kind: 'rate-limited', retryAfter: '12' },
      { kind: 'rate-limited', code: 'slow_down' },
      { kind: 'rate-limited', retryAfter: '0.5' },
    )
    expect((await rig.model.draw(createRequest(), createOptions())).pictures).toHaveLength(1)
    expect(rig.sleeps).toEqual([12_000, 2000, 500])
    expect(rig.standin.requests).toHaveLength(4)
    expect(rig.standin.purchases).toHaveLength(1)
  })

  it('is asked again in turn, and not at all where there is no turn left', async () => {
    const rig = await start()
    rig.standin.behave({ kind: 'rate-limited' }, { kind: 'rate-limited' })
    const requests: number[] = []
    const turn = async () => {
      requests.push(rig.standin.requests.length)
      if (requests.length === 2) throw new CoreError('stopping', {})
    }
    const drawing = rig.model.draw(createRequest(), { ...createOptions(), turn })
    await expect(drawing).rejects.toMatchObject({ code: 'vendor-busy' })
    expect(requests).toEqual([1, 2])
    expect(rig.standin.requests).toHaveLength(2)
  })

  it('ends as busy after four requests', async () => {
    const rig = await start()
    rig.standin.behave(...Array.from({ length: 5 }, () => ({ kind: 'rate-limited' }) as const))
    const failure = { code: 'vendor-busy', data: {} }
    await expect(rig.model.draw(createRequest(), createOptions())).rejects.toMatchObject(failure)
    expect(rig.sleeps).toEqual([1000, 2000, 4000])
    expect(rig.standin.requests).toHaveLength(4)
    expect(rig.standin.purchases).toEqual([])
  })

  it.each([
    { asked: 'too long', retryAfter: '61', milliseconds: 61_000 },
    { asked: 'until a date', retryAfter: new Date(1_800_000_600_000).toUTCString(), milliseconds: 600_000 },
  ])('that asks $asked ends as busy at once and says how long', async ({ retryAfter, milliseconds }) => {
    const rig = await start()
    rig.standin.behave({ kind: 'rate-limited', retryAfter })
    const failure = { code: 'vendor-busy', data: { retryAfter: milliseconds } }
    await expect(rig.model.draw(createRequest(), createOptions())).rejects.toMatchObject(failure)
    expect(rig.standin.requests).toHaveLength(1)
    expect(rig.sleeps).toEqual([])
  })

  it('that would outlast the limit ends as busy at once', async () => {
    const rig = await start({ limit: 30_000 })
    rig.standin.behave({ kind: 'rate-limited', retryAfter: '20' }, { kind: 'rate-limited', retryAfter: '20' })
    const failure = { code: 'vendor-busy', data: { retryAfter: 20_000 } }
    await expect(rig.model.draw(createRequest(), createOptions())).rejects.toMatchObject(failure)
    expect(rig.sleeps).toEqual([20_000])
  })

  it('with a header that says nothing is waited out as without', async () => {
    const rig = await start()
    rig.standin.behave({ kind: 'rate-limited', retryAfter: 'soon' })
    await rig.model.draw(createRequest(), createOptions())
    expect(rig.sleeps).toEqual([1000])
  })

  it.each([
    ['Please try again in 12s.', 12_000],
    ['Limit 5, Used 5, Requested 1. Please try again in 500ms. Visit https://example.com', 500],
    ['Rate limit reached. Try again in 1.5s.', 1_500],
    ['please TRY AGAIN in 20 seconds', 20_000],
    ['Please retry after 3 seconds.', 3_000],
    ['Please try again in 1m0s.', 60_000],
    ['Please try again in a while, or in 3 lines.', 1_000],
    ['Slow down.', 1_000],
  ])('that says “%s” is waited out for %i ms', async (message, wait) => {
    const rig = await start()
    rig.standin.behave({ kind: 'rate-limited', message })
    expect((await rig.model.draw(createRequest(), createOptions())).pictures).toHaveLength(1)
    expect(rig.sleeps).toEqual([wait])
  })

  it.each([
    ['Please try again in 1m30s.', 90_000],
    ['Please try again in 6m12.5s.', 372_500],
    ['Please try again in 2 hours, 1 minute.', 7_260_000],
    ['Please try again in 1d.', 86_400_000],
  ])('that says “%s” ends as busy for that long', async (message, retryAfter) => {
    const rig = await start()
    rig.standin.behave({ kind: 'rate-limited', message })
    const drawing = rig.model.draw(createRequest(), createOptions())
    await expect(drawing).rejects.toMatchObject({ code: 'vendor-busy', data: { retryAfter } })
    expect(rig.sleeps).toEqual([])
  })

  it('waits as long as the header asks, whatever the words say', async () => {
    const rig = await start()
    rig.standin.behave({ kind: 'rate-limited', retryAfter: '2', message: 'Please try again in 50s.' })
    await rig.model.draw(createRequest(), createOptions())
    expect(rig.sleeps).toEqual([2_000])
  })

  it('after which the vendor fails is not followed by another request', async () => {
    const rig = await start()
    rig.standin.behave({ kind: 'rate-limited' }, { kind: 'server-error' })
    await expect(rig.model.draw(createRequest(), createOptions())).rejects.toMatchObject({
      code: 'vendor-down',
    })
    expect(rig.standin.requests).toHaveLength(2)
    expect(rig.standin.purchases).toHaveLength(1)
  })
})

describe('a refused connection', () => {
  it('is tried four times, then the vendor is down', async () => {
    const closed = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => closed.once('listening', resolve))
    const { port } = closed.address() as AddressInfo
    await new Promise((resolve) => closed.close(resolve))
    const rig = await start({ baseUrl: `http://127.0.0.1:${port}/v1` })
    await expect(rig.model.draw(createRequest(), createOptions())).rejects.toMatchObject({
      code: 'vendor-down',
    })
    expect(rig.sleeps).toEqual([1000, 2000, 4000])
    expect(rig.lines[0]?.fields).toMatchObject({ vendor: { network: 'ECONNREFUSED' } })
  })
})
