/** Takes items as they come, some at a time. */

/** Few enough to be in memory, enough that asking about them all at once pays. */
export const batchSize = 500

export async function* readBatches<Item>(items: AsyncIterable<Item>): AsyncIterable<Item[]> {
  let batch: Item[] = []
  for await (const item of items) {
    batch.push(item)
    if (batch.length < batchSize) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}
