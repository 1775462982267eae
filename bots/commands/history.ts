/** Lists one's own pictures, newest first, a page at a time. */
import type { Core, HistoryPlace } from '#core/index.ts'
import { defineCommand } from '../command.ts'
import { renderHistory } from '../messages/history.ts'
import type { Call, Message } from '../platform.ts'
import { pressed } from '../pressed.ts'

export const pageSize = 5

export const history = defineCommand({
  name: 'history',
  options: pressed.history,
  isPrivate: () => true,
  run(call, core) {
    const { search, ...filter } = call.options
    return listPage(call, core, { ...filter, search: collapse(search) })
  },
})

/** The next page, of what the cursor says it is narrowed by. */
export const older = defineCommand({
  name: 'older',
  options: pressed.older,
  hidden: true,
  isPrivate: () => true,
  run: (call, core) =>
    listPage(call, core, { search: collapse(call.options.search), cursor: call.options.cursor.trim() }),
})

async function listPage(call: Call, core: Core, place: HistoryPlace & { search: string }): Promise<Message> {
  const { id } = await core.accounts.requireAccount(call.user)
  const { generations, next, filter } = await core.history.list(id, { ...place, limit: pageSize })
  const isAll = place.cursor === undefined && next === undefined
  const count = isAll
    ? { total: generations.length, before: 0, isWhole: true }
    : await core.history.count(id, place)
  return renderHistory(call.words, generations, { search: place.search, filter, count, next })
}

const collapse = (text = '') => text.replace(/\s+/g, ' ').trim()
