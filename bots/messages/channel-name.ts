/** How a channel is named to those who may be elsewhere. */
import type { Place } from '#core/index.ts'
import type { Text } from '../platform.ts'

/** The address of a channel; undefined where there is none. */
export type LinkChannel = (place: Place) => string | undefined

export function nameChannel(place: Place, link: LinkChannel): Text {
  const address = link(place)
  if (address === undefined) return ['The channel ', { code: place.channel }]
  return [{ link: address, label: 'A channel' }]
}
