/** Which of the gateway's shards are run, as an operator says it: docs.discord.com/developers/events/gateway#sharding. */

export interface Shards {
  /** Those of this process, where an operator has chosen them. */
  ids?: readonly number[]
  /** As many as Discord asks for where absent. */
  count?: number
}

/** Of `auto`, `8`, `3/8` or `0-3/8`. Throws a sentence for an operator where there are no such shards. */
export function readShards(text: string): Shards {
  if (text === 'auto') return {}
  if (/^[1-9]\d*$/.test(text)) return { count: Number(text) }
  const [, first = '', last = first, count = ''] = /^(\d+)(?:-(\d+))?\/(\d+)$/.exec(text) ?? []
  const range = { first: Number(first), last: Number(last), count: Number(count) }
  if (first === '' || range.first > range.last || range.last >= range.count) {
    throw new Error(`DISCORD_SHARDS is ${text}, but shards are numbered from 0 to one less than their count.`)
  }
  const ids = Array.from({ length: range.last - range.first + 1 }, (_, index) => range.first + index)
  return { ids, count: range.count }
}
