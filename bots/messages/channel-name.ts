/** How a channel is named to those who may be elsewhere. */
import type { Place, Text, Words } from '#core/index.ts'

/** The address of a channel; undefined where there is none. */
export type LinkChannel = (place: Place) => string | undefined

export function nameChannel({ channelName }: Words, place: Place, link: LinkChannel): Text {
  const address = link(place)
  if (address === undefined) return channelName.unlinked(place.channel)
  return [{ link: address, label: channelName.linked }]
}
