/** What everybody sees, owns and has made at one moment, and what became of that. */
import type { Chat, Look, Who } from './chat.ts'

export const everybody: readonly Who[] = ['ann', 'ben', 'cyd']

export interface Survey {
  who: Who
  account: string | undefined
  looks: readonly Look[]
  balance: number
  made: number
}

/** With the accounts of the survey before, since people can lose and get theirs meanwhile. */
export async function takeSurvey(chat: Chat, earlier?: readonly Survey[]): Promise<readonly Survey[]> {
  return await Promise.all(
    everybody.map(async (who, index) => {
      const account = earlier ? earlier[index]?.account : await chat.findAccount(who)
      if (account === undefined) return { who, account, looks: chat.look(who), balance: 0, made: 0 }
      const [balance, { generations }] = await Promise.all([
        chat.core.credits.findBalance(account),
        chat.core.history.list(account, { limit: 100 }),
      ])
      return { who, account, looks: chat.look(who), balance, made: generations.length }
    }),
  )
}

/** For somebody: the messages that came or changed, how many went, what was paid and made. */
export function compare(before: readonly Survey[], after: readonly Survey[], who: Who) {
  const [was, is] = [before, after].map((all) => all.find((each) => each.who === who))
  if (!was || !is) throw new Error(`${who} is missing`)
  const shown = listResults(was.looks, is.looks)
  const keys = is.looks.map(({ key }) => key)
  const gone = was.looks.filter((look) => !isUnderWay(look) && !keys.includes(look.key)).length
  return { shown, gone, paid: was.balance - is.balance, made: is.made - was.made }
}

/** What came or changed; how far something is by now is no result. */
export function listResults(before: readonly Look[], after: readonly Look[]): Look[] {
  const faces = new Map(before.map((look) => [look.key, JSON.stringify(look)]))
  return after.filter((look) => !isUnderWay(look) && faces.get(look.key) !== JSON.stringify(look))
}

/** Shows how far something is, or nothing yet. */
export function isUnderWay({ text, pictures }: Look): boolean {
  return pictures === 0 && /^$|^thinking…$|\b(in the queue|drawing|saving)\b/.test(text)
}
