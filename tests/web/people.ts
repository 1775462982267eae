/** People with something to lose: accounts with pictures, credits and linked chats. */

import type { Account, ChatUser, Generation, Post } from '#core/index.ts'
import { pay } from '#tests/core/pay.ts'
import { type Browser, signIn } from './browser.ts'
import { createRig, type Rig, readCode } from './rig.ts'

export const adaChat: ChatUser = { platform: 'discord', user: '101', name: 'Ada Canaryname' }
export const bobChat: ChatUser = { platform: 'slack', user: 'T1:U2', name: 'Bob' }

export async function findAccountOf({ store }: Rig, email: string): Promise<Account> {
  const account = await store.accounts.findAccount({ emailKey: email.toLowerCase() })
  if (!account) throw new Error('No such account')
  return account
}

/** Ada at her browser, signed in, with her welcome credits. */
export async function visit(options?: Parameters<typeof createRig>[0]) {
  const rig = await createRig(options)
  const browser = await signIn(rig, 'ada@example.org')
  return { rig, browser, account: await findAccountOf(rig, 'ada@example.org') }
}

let calls = 0

/** A picture that was drawn and shown. */
export async function draw(
  rig: Rig,
  account: Account,
  prompt: string,
  count = 1,
  brought?: Uint8Array<ArrayBuffer>,
): Promise<Generation> {
  const job = await rig.core.images.order({
    owner: account.id,
    call: `call:${++calls}`,
    origin: { platform: 'discord', team: 'T1', address: { channel: 'C1', user: 'U1' } },
    prompt,
    quality: 'draft',
    count,
    ...(brought && { brought: [{ size: brought.length, read: async () => brought }] }),
  })
  const done = await job.done
  if (done.status === 'ready') await rig.core.images.markDelivered(done.id, 'reply')
  return done
}

/** Links a chat through all its steps. */
export async function link(rig: Rig, browser: Browser, user: ChatUser, team?: string): Promise<void> {
  const token = await rig.core.links.request(user, team)
  const code = readCode(await (await browser.post(`/link/${token}`)).text())
  const done = await rig.core.links.finish(user, code)
  if (done.outcome !== 'linked') throw new Error(done.outcome)
}

/** Shares a picture in the gallery of a team; answers with where. */
export async function share({ core }: Rig, account: Account, id: string): Promise<Post> {
  const team = { platform: 'discord', id: 'T1' } as const
  await core.teams.setGallery(team, 'C9')
  const post = async () => `M-${id}`
  return (
    await core.sharing.share(account.id, id, { ...team, author: 'x', post, retract: async () => undefined })
  ).post
}

export async function buy({ core }: Rig, account: Account, pack = 'starter'): Promise<string> {
  return await pay(core, await core.purchases.openCheckout(account, pack, 'https://bot.example/'))
}

/** Signs in, links a chat, draws two pictures. */
export async function settleIn(rig: Rig, email: string, user: ChatUser) {
  const browser = await signIn(rig, email)
  const account = await findAccountOf(rig, email)
  await link(rig, browser, user, 'Lighthouse')
  const pictures = [await draw(rig, account, `a red fox by ${email}`), await draw(rig, account, 'a hare')]
  return { browser, account, pictures }
}

/** Ada, who has done so. */
export async function settleAda(options?: Parameters<typeof createRig>[0]) {
  const rig = await createRig(options)
  return { rig, ...(await settleIn(rig, 'ada@example.org', adaChat)) }
}

/** A store whose writes stop working, as if the process had died. */
export function crashAfter(store: Rig['store'], steps: { left: number }): Rig['store'] {
  const writes = /^(insert|replace|remove|delete|move|change)/
  const wrap = <Port extends object>(port: Port): Port =>
    new Proxy(port, {
      get(target, name) {
        const method = Reflect.get(target, name)
        if (typeof method !== 'function' || !writes.test(String(name))) return method
        return (...parts: unknown[]) => {
          if (steps.left-- <= 0) return Promise.reject(new Error('crashed'))
          return Reflect.apply(method, target, parts)
        }
      },
    })
  const { accounts, records, owned, ledger } = store
  return {
    ...store,
    accounts: wrap(accounts),
    records: wrap(records),
    owned: wrap(owned),
    ledger: wrap(ledger),
  }
}
