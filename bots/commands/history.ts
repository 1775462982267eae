/** Lists one's own pictures, newest first, a page at a time. */
import type { Core } from '#core/index.ts'
import { defineCommand } from '../command.ts'
import { renderHistory } from '../messages/history.ts'
import type { Call, Message } from '../platform.ts'
import { pressed, search } from '../pressed.ts'

const pageSize = 5

export const history = defineCommand({
  name: 'history',
  summary: 'Lists your pictures, newest first.',
  options: [search],
  isPrivate: () => true,
  run: (call, core) => listPage(call, core, { search: collapse(call.options.search) }),
})

/** The next page. */
export const older = defineCommand({
  name: 'older',
  summary: 'Lists pictures before those on the last page.',
  options: pressed.older,
  hidden: true,
  isPrivate: () => true,
  run: (call, core) =>
    listPage(call, core, { search: collapse(call.options.search), cursor: call.options.cursor.trim() }),
})

async function listPage(call: Call, core: Core, page: { search: string; cursor?: string }): Promise<Message> {
  const account = await core.accounts.requireAccount(call.user)
  const { generations, next } = await core.history.list(account.id, { ...page, limit: pageSize })
  return renderHistory(generations, { search: page.search, ...(next !== undefined && { next }) })
}

const collapse = (text = '') => text.replace(/\s+/g, ' ').trim()
