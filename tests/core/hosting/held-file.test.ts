/** A file that shares its bytes arrives in a form as any other, whole, as often as it is sent, and is not copied. */
import { expect, it } from 'vitest'
import { holdFile } from '#core/hosting/held-file.ts'

/** Its pieces are cut at 65,536. */
it.each([0, 1, 65_535, 65_536, 65_537, 200_000])('of %i bytes', async (length) => {
  const bytes = Uint8Array.from({ length }, (_, at) => (at * 7) % 251)
  const form = new FormData()
  form.append('file', holdFile(bytes, 'a "picture".png', 'image/png'))
  for (const _ of ['sent', 'sent again']) {
    const file = (await new Response(form).formData()).get('file') as File
    expect([file.name, file.type, file.size]).toEqual(['a "picture".png', 'image/png', length])
    expect(Buffer.from(await file.arrayBuffer()).equals(bytes)).toBe(true)
  }
})

it('shares the bytes it is made of', async () => {
  const bytes = new Uint8Array(100_000)
  for await (const piece of holdFile(bytes, 'a', 'image/png').stream())
    expect(piece.buffer).toBe(bytes.buffer)
})
