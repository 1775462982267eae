/** Reads a QR code in a picture, with a library that knows nothing of the one that wrote it. */
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { prepareZXingModule, type ReaderOptions, readBarcodes } from 'zxing-wasm/reader'

/** As a reader does that gives up soon: what it can read, others can. */
const plainly: ReaderOptions = {
  formats: ['QRCode'],
  ...{ tryHarder: false, tryRotate: false, tryInvert: false, tryDownscale: false },
}

let loading: Promise<unknown> | undefined

/** The bytes it says; undefined where none, or more than one, can be read. */
export async function decodeQr(picture: Uint8Array<ArrayBuffer>): Promise<Uint8Array | undefined> {
  loading ??= load()
  await loading
  const [found, ...others] = await readBarcodes(picture, plainly)
  return found?.isValid && others.length === 0 ? found.bytes : undefined
}

/** From the package: by itself the library would ask a server for it. */
async function load(): Promise<void> {
  const file = fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm'))
  const { buffer } = new Uint8Array(await readFile(file))
  await prepareZXingModule({ overrides: { wasmBinary: buffer }, fireImmediately: true })
}
