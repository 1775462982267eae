/** What a page says of entries besides what they hold: names of others, and the pictures they paid for. */
import { hasCode } from '#core/errors.ts'
import { type Core, type Entry, type Generation, namePicture, readGift } from '#core/index.ts'
import type { Drawing, EntryNotes } from './pages/entries.ts'

type NotesCore = Pick<Core, 'gifts' | 'history' | 'listThumbnails' | 'purchases'>

/** `account`: whose wallet the entries are of. */
export async function findNotes(
  core: NotesCore,
  account: string,
  entries: readonly Entry[],
): Promise<EntryNotes> {
  const [names, drawings] = await Promise.all([
    findNames(core, entries),
    findDrawings(core, account, entries),
  ])
  return { names, drawings, describeReceipt: core.purchases.describeReceipt }
}

async function findNames({ gifts }: NotesCore, entries: readonly Entry[]): Promise<EntryNotes['names']> {
  const others = new Set(entries.flatMap((entry) => readGift(entry)?.other ?? []))
  return new Map(
    await Promise.all([...others].map(async (other) => [other, await gifts.findName(other)] as const)),
  )
}

async function findDrawings(
  core: NotesCore,
  account: string,
  entries: readonly Entry[],
): Promise<EntryNotes['drawings']> {
  const paid = entries.filter(({ kind }) => kind === 'spend' || kind === 'refund')
  const ids = [...new Set(paid.map(({ reference }) => reference))]
  const found = await Promise.all(
    ids.map(async (id) => {
      const drawing = await findDrawing(core, account, id)
      return drawing ? [[id, drawing] as const] : []
    }),
  )
  return new Map(found.flat())
}

/** What is deleted by now has none. */
async function findDrawing(core: NotesCore, account: string, id: string): Promise<Drawing | undefined> {
  try {
    return describeDrawing(core, await core.history.requireVisible(account, id))
  } catch (error) {
    if (hasCode(error, 'not-found')) return undefined
    throw error
  }
}

function describeDrawing({ listThumbnails }: NotesCore, generation: Generation): Drawing {
  const { asked, status, pictures } = generation
  const [first] = pictures
  if (status !== 'delivered' || !first) return { prompt: asked.prompt }
  const [smallest] = listThumbnails(first)
  return {
    prompt: asked.prompt,
    path: `/account/pictures/${namePicture(generation)}`,
    ...(smallest && { thumbnail: smallest.url }),
  }
}
