/** Tells what kind of file somebody sent, by its first bytes, so that a refusal can name it. */

/** How far into a file its kind shows, in bytes: an SVG may begin with a long comment. */
const reach = 4_096

/** What files of kinds that are not taken begin with, in Latin-1. */
const openings: readonly (readonly [string, string])[] = [
  ['BM', 'BMP'],
  ['\0\0\x01\0', 'ICO'],
  ['8BPS', 'PSD'],
  ['%PDF', 'PDF'],
  ['%!PS', 'EPS'],
  ['PK\x03\x04', 'ZIP'],
  ['\xff\x0a', 'JPEG XL'],
  ['\0\0\0\x0cJXL ', 'JPEG XL'],
  ['\xff\x4f\xff\x51', 'JPEG 2000'],
  ['\0\0\0\x0cjP', 'JPEG 2000'],
  ['\x1a\x45\xdf\xa3', 'WebM'],
  ['\x76\x2f\x31\x01', 'EXR'],
  ['FUJIFILMCCD-RAW', 'RAW'],
]

/** Brands of an ISO base media file, of which the first that fits says what is in it; AVIF is taken. */
const brands: readonly (readonly [readonly string[], string | undefined])[] = [
  [['avif', 'avis'], undefined],
  [['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'hevm', 'hevs', 'mif1', 'msf1'], 'HEIC'],
  [['crx '], 'RAW'],
  [['qt  '], 'MOV'],
]

/** The name of a format that is not taken; undefined for one that is, and for what nothing is known of. */
export function findForeignFormat(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, reach)).toString(
    'latin1',
  )
  if (start.slice(4, 8) === 'ftyp') return findMedia(start)
  const opening = openings.find(([first]) => start.startsWith(first))
  if (opening) return opening[1]
  // Canon's is a TIFF of which only a small preview could be read.
  if (start.slice(8, 10) === 'CR' && /^(?:II|MM)/.test(start)) return 'RAW'
  return findMarkup(start.toLowerCase())
}

/** The box's length is its first four bytes; its brands are four letters each, the second of them a version. */
function findMedia(start: string): string | undefined {
  const length = Math.min(start.charCodeAt(2) * 256 + start.charCodeAt(3), 256)
  const named = (start.slice(8, Math.max(12, length)).match(/.{4}/gs) ?? []).filter((_, at) => at !== 1)
  const found = brands.find(([known]) => known.some((brand) => named.includes(brand)))
  return found ? found[1] : 'MP4'
}

function findMarkup(start: string): string | undefined {
  const text = start.replace('\xef\xbb\xbf', '').trimStart()
  if (!text.startsWith('<')) return undefined
  if (text.includes('<svg')) return 'SVG'
  return text.includes('<html') || text.startsWith('<!doctype html') ? 'HTML' : 'XML'
}
