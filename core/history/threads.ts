/** Which picture a conversation is about: its newest, or the one that somebody went back to. */
import type { Thread } from '#core/chat.ts'
import type { Clock } from '#core/clock.ts'
import { findNamed } from '#core/images/find-named.ts'
import type { Generation } from '#core/images/generation.ts'
import type { GenerationStore } from '#core/images/generation-store.ts'
import { readPictureName } from '#core/images/picture-name.ts'
import { type Belongs, findShownTo, showTo } from '#core/images/visible.ts'
import { changeRecord } from '#core/records/change-record.ts'
import type { RecordStore, StoredRecord } from '#core/records/record-store.ts'

export interface Threads {
  /**
   * From now on the thread is about the picture of that name, as `namePicture` gives it. The first account to note one
   * owns what is kept.
   */
  note(thread: Thread, name: string, account: string): Promise<void>
  /** The same for what somebody does outside of threads, until they make another picture. */
  choose(account: string, name: string): Promise<void>
  /**
   * What a thread is about: the last picture of it that is there and that the account may see; without an account, that
   * everybody may. Outside of threads, the account's own. All pictures of a generation, or the one that was named.
   */
  find(thread: Thread | undefined, account: string | undefined): Promise<Generation<'delivered'> | undefined>
}

const kind = 'thread'
/** Since a picture was last noted. Milliseconds. */
const life = 365 * 24 * 60 * 60_000
/** How many are remembered of a thread, of which some may be deleted. */
const mostNoted = 20

export function createThreads(ports: {
  generations: Pick<GenerationStore, 'find' | 'listDelivered'>
  records: RecordStore
  clock: Clock
  /** The accounts that this one took over. */
  listTakenOver(account: string): Promise<string[]>
  belongs: Belongs
}): Threads {
  const { generations, records, clock, listTakenOver, belongs } = ports

  async function put(key: string, name: string, account: string): Promise<void> {
    await changeRecord(records, { kind, key }, clock, (found, now) => {
      const others = readNames(found).filter((each) => each !== name)
      const body = { pictures: [name, ...others].slice(0, mostNoted), at: now }
      return { kind, key, owner: found?.owner ?? account, expiresAt: now + life, body }
    })
  }

  /** In a thread, whoever reads it; outside, whoever is still among the people of where it was shown. */
  async function findPicture(name: string, account: string | undefined, isInThread: boolean) {
    const { id, number } = readPictureName(name)
    const found = await findNamed(ports, id)
    const seen =
      found && account !== undefined && !isInThread
        ? await findShownTo(account, found, { number, belongs })
        : found && showTo(account ?? '', found, number)
    return seen?.status === 'delivered' ? seen : undefined
  }

  async function findFirst(
    record: StoredRecord | undefined,
    account: string | undefined,
    isInThread: boolean,
  ): Promise<Generation<'delivered'> | undefined> {
    for (const name of readNames(record)) {
      const found = await findPicture(name, account, isInThread)
      if (found) return found
    }
    return undefined
  }

  /** What was last chosen, be it by an account that this one took over. */
  async function findChosen(account: string): Promise<StoredRecord | undefined> {
    const accounts = [account, ...(await listTakenOver(account))]
    const found = await Promise.all(
      accounts.map((each) => records.findRecord(kind, renderOwn(each), clock.now())),
    )
    return found
      .filter((each) => each !== undefined)
      .toSorted((one, other) => readTime(other) - readTime(one))[0]
  }

  async function findOwn(account: string): Promise<Generation<'delivered'> | undefined> {
    const [newest] = await generations.listDelivered(account, { limit: 1 })
    const chosen = await findChosen(account)
    const isLater = chosen && newest && newest.createdAt > readTime(chosen)
    const found = isLater ? undefined : await findFirst(chosen, account, false)
    if (found) return found
    return newest?.status === 'delivered' ? newest : undefined
  }

  return {
    note: (thread, name, account) => put(renderThread(thread), name, account),
    choose: (account, name) => put(renderOwn(account), name, account),
    async find(thread, account) {
      if (thread === undefined) return account === undefined ? undefined : await findOwn(account)
      const record = await records.findRecord(kind, renderThread(thread), clock.now())
      return await findFirst(record, account, true)
    },
  }
}

/** No part has a space in it. */
const renderThread = ({ platform, team, channel, thread }: Thread) =>
  [platform, team, channel, thread].join(' ')

const renderOwn = (account: string) => `own ${account}`

const readTime = ({ body }: StoredRecord) => Number(body.at)

const readNames = (record: StoredRecord | undefined): string[] =>
  Array.isArray(record?.body.pictures) ? record.body.pictures.map(String) : []
