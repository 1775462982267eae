/** Connects whoever the bot has asked to, as the page and the code do. */
import { type Chat, requireLook, type Who } from './chat.ts'

/** The account that the page was signed in to. */
export async function openAccount(chat: Chat, id = 'web'): Promise<string> {
  await chat.store.accounts.insertAccount({
    ...{ id, email: `${id}@example.org`, emailKey: `${id}@example.org`, createdAt: 0 },
  })
  return id
}

/** What stands at the end of the address on the newest button Connect. */
export function findToken(chat: Chat, who: Who): string {
  const url = chat
    .look(who)
    .flatMap(({ urls }) => urls)
    .findLast((each) => each.includes('/link/'))
  return url?.split('/link/')[1] ?? ''
}

/** Answers with the code that the page shows; undefined where the page is no more. */
export async function agree(chat: Chat, who: Who, account: string): Promise<string | undefined> {
  const found = await chat.core.accounts.findAccount(account)
  return found && (await chat.core.links.confirm(findToken(chat, who), found))
}

/** Agrees on the page, and types the code back in chat. */
export async function connect(chat: Chat, who: Who, account = 'web'): Promise<void> {
  const code = (await agree(chat, who, account)) ?? ''
  const send = await chat.open(who, requireLook(chat, who, 'Enter code'), 'Enter code')
  await send({ code })
}
