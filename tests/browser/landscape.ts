/** A picture as large and as hard to press as what models draw: soft shapes and some texture. */
import sharp from 'sharp'

/** The same at every call. */
function createNoise(seed: number) {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32
    return state / 2 ** 32
  }
}

const side = 1_024

/** Random colours, so many across, blown up to the whole. */
async function drawLayer(across: number, spread: number, random: () => number): Promise<Buffer> {
  const data = Buffer.from(
    Uint8Array.from(
      { length: across * across * 3 },
      () => 128 + spread * (random() + random() + random() - 1.5),
    ),
  )
  const small = sharp(data, { raw: { width: across, height: across, channels: 3 } })
  return await small.resize(side, side, { kernel: 'cubic' }).png().toBuffer()
}

/** As PNG, of some 3 MB. */
export async function createLandscape(): Promise<Uint8Array<ArrayBuffer>> {
  const random = createNoise(7)
  const [soft, shapes, texture] = [
    await drawLayer(5, 160, random),
    await drawLayer(40, 70, random),
    await drawLayer(256, 26, random),
  ]
  const layers = [shapes, texture].map((input) => ({ input, blend: 'overlay' as const }))
  return new Uint8Array(await sharp(soft).composite(layers).png().toBuffer())
}
