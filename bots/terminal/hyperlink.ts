/** Makes an address that is printed one that can be clicked, where the terminal can (OSC 8). */
import { pathToFileURL } from 'node:url'
import { escapeControls } from './literal.ts'

/** The place itself, an address or a file's path, stays to be read; terminals that know no links pass over the rest. */
export function renderPlace(place: string, { styled }: { styled: boolean }): string {
  const shown = escapeControls(place)
  const address = styled ? findAddress(place) : undefined
  return address === undefined ? shown : `\u001b]8;;${address}\u001b\\${shown}\u001b]8;;\u001b\\`
}

/** As a parsed address is written, it holds no character that a terminal obeys. */
function findAddress(place: string): string | undefined {
  if (place.startsWith('/')) return pathToFileURL(place).href
  const url = URL.parse(place)
  return url && /^https?:$/.test(url.protocol) ? url.href : undefined
}
