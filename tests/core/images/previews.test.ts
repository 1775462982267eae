/** Previews are shown small, the newest alone, and what was large is given back at once. */
import { randomBytes } from 'node:crypto'
import sharp from 'sharp'
import { expect, it, vi } from 'vitest'
import { createGate } from '#core/gate.ts'
import { createPreviews } from '#core/images/tasks/previews.ts'
import { createVirtualClock } from '#tests/crash/virtual-clock.ts'

const paint = async (channels: 3 | 4 = 3) => {
  const raw = { width: 1024, height: 512, channels } as const
  return new Uint8Array(
    await sharp(randomBytes(1024 * 512 * channels), { raw })
      .png()
      .toBuffer(),
  )
}

function start() {
  const shown: Uint8Array[] = []
  const clock = createVirtualClock()
  const gate = createGate(1)
  const opened = Promise.withResolvers<void>()
  void gate(() => opened.promise)
  const previews = createPreviews((picture) => void shown.push(picture), { clock, takeTurn: gate })
  return { ...previews, shown, clock, open: opened.resolve, rest: () => gate(async () => undefined) }
}

it('shows a small one as it is, at once', () => {
  const { offer, shown } = start()
  const picture = new Uint8Array(1_000)
  offer(picture)
  expect(shown).toEqual([picture])
  expect(picture.buffer.detached).toBe(false)
})

it.each([
  [3, 'jpeg'],
  [4, 'png'],
] as const)(
  'shows the newest of large ones in %i channels as %s, and holds none',
  async (channels, format) => {
    const { offer, shown, open, rest } = start()
    const pictures = [await paint(channels), await paint(channels)]
    for (const picture of pictures) offer(picture)
    open()
    await rest()
    await rest()
    expect(shown).toHaveLength(1)
    expect(await sharp(shown[0]).metadata()).toMatchObject({ format, width: 512, height: 256 })
    expect(pictures.map(({ buffer }) => buffer.detached)).toEqual([true, true])
  },
)

it('shows nothing that cannot be read', async () => {
  const { offer, shown, open, rest } = start()
  const picture = new Uint8Array(300_000)
  offer(picture)
  open()
  await rest()
  expect([shown, picture.buffer.detached]).toEqual([[], true])
})

it('shows no more than one a second, and then the newest', async () => {
  const { offer, shown, clock, open, rest } = start()
  const [first, second, third] = [await paint(), await paint(), await paint()]
  open()
  offer(first)
  await rest()
  for (const picture of [second, third]) offer(picture)
  await rest()
  expect(shown).toHaveLength(1)
  expect([second, third].map(({ buffer }) => buffer.detached)).toEqual([true, false])
  await vi.waitFor(() => {
    clock.advance(1_000)
    expect(shown).toHaveLength(2)
  })
})

it('shows nothing once it is over, also of what is being made smaller', async () => {
  const { offer, stop, shown, open, rest } = start()
  const [first, second] = [await paint(), await paint()]
  offer(first)
  open()
  await vi.waitFor(() => offer(new Uint8Array(0)))
  stop()
  offer(second)
  await rest()
  expect(shown.filter(({ byteLength }) => byteLength > 0)).toEqual([])
  expect(first.buffer.detached).toBe(true)
})
