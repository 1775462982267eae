/** Lists one's own pictures, newest first, a page at a time. */
import type { Core } from '#core/index.ts'
import { defineCommand } from '../command.ts'
import { renderHistory } from '../messages/history.ts'
import type { Call, Message } from '../platform.ts'

const pageSize = 5
/** With the cursor's 44 characters and the command's name it fits into a Discord button's 100. */
const longestSearch = 48

export const history = defineCommand({
  name: 'history',
  summary: 'Lists your pictures, newest first.',
  options: [
    { name: 'search', summary: 'Words that the prompt must have', type: 'text', maxLength: longestSearch },
  ],
  isPrivate: () => true,
  run: (call, core) => listPage(call, core, { search: collapse(call.options.search) }),
})

/** The next page: its id is the cursor and then, after a space, the search. */
export const older = defineCommand({
  name: 'older',
  summary: 'Lists pictures before those on the last page.',
  options: [
    { name: 'id', summary: 'The page', type: 'text', maxLength: 44 + 1 + longestSearch, required: true },
  ],
  hidden: true,
  isPrivate: () => true,
  async run(call, core) {
    const [cursor = '', ...words] = collapse(call.options.id).split(' ')
    return await listPage(call, core, { search: words.join(' '), cursor })
  },
})

async function listPage(call: Call, core: Core, page: { search: string; cursor?: string }): Promise<Message> {
  const account = await core.accounts.requireAccount(call.user)
  const { generations, next } = await core.history.list(account.id, { ...page, limit: pageSize })
  return renderHistory(generations, {
    search: page.search,
    ...(next !== undefined && { older: `${next} ${page.search}`.trim() }),
  })
}

const collapse = (text = '') => text.replace(/\s+/g, ' ').trim()
