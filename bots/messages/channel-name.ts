/** How a channel is named to those who may be elsewhere. */
import type { Place, Text } from '#core/index.ts'

/** The address of a channel; undefined where there is none. */
export type LinkChannel = (place: Place) => string | undefined

export function nameChannel(place: Place, link: LinkChannel): Text {
  const address = link(place)
  if (address === undefined) return ['The channel ', { code: place.channel }]
  return [{ link: address, label: 'A channel' }]
}
