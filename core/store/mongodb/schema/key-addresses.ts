/** Gives the accounts of early versions the key that an address is looked up by. */
import type { Db } from 'mongodb'
import { findKey } from '#core/store/schema/find-key.ts'
import { decodeText, encodeText } from '#core/store/text.ts'

type Kept = { _id: string; email: string; emailKey?: string }

/** Of accounts whose addresses lead to one mailbox, the oldest is found by it. */
export async function keyAddresses(database: Db): Promise<void> {
  const accounts = database.collection<Kept>('accounts')
  const without = { email: { $exists: true }, emailKey: { $exists: false } }
  for await (const { _id, email } of accounts.find(without).sort({ createdAt: 1, _id: 1 })) {
    const emailKey = encodeText(findKey(decodeText(email)))
    if (await accounts.findOne({ emailKey })) continue
    await accounts.updateOne({ _id }, { $set: { emailKey } })
  }
}
