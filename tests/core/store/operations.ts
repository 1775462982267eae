/** Random operations on a store, over few enough names that they meet. */
import fc from 'fast-check'
import { qualities } from '#core/images/charging/prices.ts'
import type { Generation, Status } from '#core/images/generation.ts'
import type { GenerationChange } from '#core/images/generation-store.ts'
import { type ToolName, tools } from '#core/images/tools.ts'
import type { PersonalKind } from '#core/records/kinds.ts'
import type { Store } from '#core/store/store.ts'
import {
  createEntry,
  createFullGeneration,
  createGeneration,
  createPicture,
} from '#tests/contracts/store-records.ts'

/** One call of one method; `name` is for the report of a failure. */
export interface Operation {
  name: string
  run(store: Store): Promise<unknown>
}

const operation = <Input>(
  name: string,
  input: fc.Arbitrary<Input>,
  run: (store: Store, input: Input) => Promise<unknown>,
): fc.Arbitrary<Operation> =>
  input.map((given) => ({
    name: `${name} ${fc.stringify(given)}`,
    run: (store) => run(store, given),
  }))

const oneOf = <Value>(...values: Value[]) => fc.constantFrom(...values)
const account = oneOf('ada', 'bob')
const id = oneOf('g0', 'g1', 'g2', 'g3', 'g4', 'g\0', 'g\ud800')
const toolNames = Object.keys(tools) as ToolName[]
const key = oneOf('k1', 'k2', 'k3')
const cacheKey = oneOf('fox', 'hare')
const time = fc.nat(4)
const status: fc.Arbitrary<Status> = oneOf('recorded', 'drawing', 'delivered', 'delivered', 'refunded')
const owner = oneOf('here:1:a', 'there:2:b')
const lease = fc.record({ owner, until: time })
const prompt = oneOf('a Red fox', 'red HARE', 'a 100% f_x', 'E\u0301toile', '\ud83e', 'STRASSE', 'red\0fox')
const word = oneOf('red', 'FOX', 'é', '%', '_', 'straße', '\0', '.', 'hare', '')
const place = fc.record({ createdAt: time, id })
const platform = oneOf('slack' as const, 'discord' as const)
const identity = fc.record({ platform, user: id, name: prompt, account, linkedAt: time })

const generation: fc.Arbitrary<Generation> = fc
  .record(
    {
      id,
      owner: account,
      call: oneOf('c0', 'c1', 'c2', 'c3', 'c4', 'c5'),
      cacheKey,
      status,
      prompt,
      createdAt: time,
      repeatOf: id,
      parent: id,
      quality: oneOf(...qualities),
      tool: oneOf(...toolNames),
      full: fc.boolean(),
      keys: fc.subarray(['k1', 'k2', 'k3']),
    },
    { requiredKeys: ['id', 'owner', 'call', 'cacheKey', 'status', 'prompt', 'createdAt'] },
  )
  .map(({ full, keys = ['k1'], repeatOf, parent, quality = 'standard', tool = 'imagine', ...parts }) => {
    const repeats = repeatOf !== undefined && parts.status === 'delivered'
    const pictures = { pictures: keys.map(createPicture), pictureKeys: ['k1', 'k2', 'k3'] }
    const whole = { ...parts, model: 'm', ...pictures, ...(repeats && { repeatOf }) }
    const asked = { quality, tool, ...(parent !== undefined && { sources: [`result:${parent}:0`] }) }
    return full ? createFullGeneration({ ...whole, asked }) : createGeneration({ ...whole, asked })
  })

const change = fc.record(
  {
    status,
    lease: fc.option(lease, { nil: undefined }),
    cacheKey,
    repeatOf: fc.option(id, { nil: undefined }),
    price: time,
    favourite: fc.option(fc.constant(true as const), { nil: undefined }),
    endedAt: fc.option(time, { nil: undefined }),
    failure: fc.option(fc.constant({ code: 'vendor-down' as const, data: { after: 1 } }), { nil: undefined }),
  },
  { requiredKeys: [] },
)
const guard = fc.record({ status: fc.uniqueArray(status), owner }, { requiredKeys: ['status'] })

const selection = {
  words: fc.array(word, { maxLength: 2 }),
  tools: fc.subarray(toolNames),
  quality: oneOf(...qualities),
  favourites: fc.boolean(),
  after: place,
}
const page = fc.record({ ...selection, limit: time }, { requiredKeys: ['limit'] })
const counted = fc.record({ ...selection, most: time }, { requiredKeys: ['most'] })
const wallet = fc.record({ account, limit: time, before: time }, { requiredKeys: ['account', 'limit'] })
const entry = fc
  .record({ wallet: account, sequence: time, key: id, amount: time, balance: time, at: time })
  .map(createEntry)

/** Far ahead of the server's own clock, which sweeps away what has expired by it. */
const moment = time.map((ms) => 8_000_000_000_000 + ms)
const stored = fc.record(
  {
    kind: oneOf<PersonalKind>('code', 'session'),
    key: id,
    owner: account,
    expiresAt: moment,
    body: fc.dictionary(id, prompt),
  },
  { requiredKeys: ['kind', 'key', 'body'] },
)
const version = fc.integer({ min: 1, max: 3 })
const common: fc.Arbitrary<Operation> = fc.oneof(
  operation('create', fc.tuple(generation, fc.nat(3)), (store, given) => store.generations.create(...given)),
  operation('change', fc.tuple(id, guard, change), (store, given) => {
    const [id, guard, change] = given
    return store.generations.change(id, guard, change as GenerationChange)
  }),
  operation('listDelivered', fc.tuple(account, page), (store, given) =>
    store.generations.listDelivered(...given),
  ),
)

const others: fc.Arbitrary<Operation> = fc.oneof(
  operation('insertAccount', fc.record({ id, email: id, emailKey: id, createdAt: time }), (store, given) =>
    store.accounts.insertAccount(given),
  ),
  operation('findAccount', fc.oneof(fc.record({ id }), fc.record({ emailKey: id })), (store, given) =>
    store.accounts.findAccount(given),
  ),
  operation('listAccounts', fc.record({ after: id, limit: time }), (store, given) =>
    store.accounts.listAccounts(given),
  ),
  operation('changeEmail', fc.record({ id, email: id, emailKey: id }), (store, { id, ...email }) =>
    store.accounts.changeEmail(id, email),
  ),
  operation('deleteAccount', id, (store, given) => store.accounts.deleteAccount(given)),
  operation('moveIdentities', fc.tuple(account, account), (store, given) =>
    store.accounts.moveIdentities(...given),
  ),
  operation('list owned', fc.record({ account, after: id, limit: time }), (store, { account, ...page }) =>
    store.owned.list(account, page),
  ),
  operation('move owned', fc.tuple(account, account), (store, given) => store.owned.move(...given)),
  operation('remove owned', fc.tuple(account, fc.array(id, { maxLength: 4 })), (store, given) =>
    store.owned.remove(...given),
  ),
  operation('insertIdentity', identity, (store, given) => store.accounts.insertIdentity(given)),
  operation('findIdentity', identity, (store, given) => store.accounts.findIdentity(given)),
  operation('listIdentities', account, (store, given) => store.accounts.listIdentities(given)),
  operation('deleteIdentity', identity, (store, given) => store.accounts.deleteIdentity(given)),
  operation('insert', entry, (store, given) => store.ledger.insert(given)),
  operation('findLast', account, (store, given) => store.ledger.findLast(given)),
  operation('findByKey', entry, (store, given) => store.ledger.findByKey(given.wallet, given.key)),
  operation('list', wallet, (store, { account, ...page }) => store.ledger.list(account, page)),
  operation('find', generation, (store, { id }) => store.generations.find({ id })),
  operation('find call', generation, (store, { call }) => store.generations.find({ call })),
  operation('find shown', fc.record({ owner: account, cacheKey }), (store, given) =>
    store.generations.find(given),
  ),
  operation('listUnfinished', fc.option(account, { nil: undefined }), (store, of) =>
    store.generations.listUnfinished(of),
  ),
  operation('remove', fc.tuple(id, account), (store, given) => store.generations.remove(...given)),
  operation('listChildren', fc.tuple(id, account, time), (store, given) =>
    store.generations.listChildren(...given),
  ),
  operation('countDelivered', fc.tuple(account, counted), (store, given) =>
    store.generations.countDelivered(...given),
  ),
  operation('countShowing', id, (store, given) => store.generations.countShowing(given)),
  operation('countShowing one', fc.tuple(id, key), (store, given) =>
    store.generations.countShowing(...given),
  ),
  operation('removePicture', fc.tuple(id, account, key), (store, given) =>
    store.generations.removePicture(...given),
  ),
  operation('insertRecord', fc.tuple(stored, moment), (store, given) => store.records.insertRecord(...given)),
  operation('findRecord', fc.tuple(stored, moment), (store, [{ kind, key }, now]) =>
    store.records.findRecord(kind, key, now),
  ),
  operation('listRecords', fc.tuple(stored, moment), (store, [{ kind, owner }, now]) =>
    store.records.listRecords(kind, owner, now),
  ),
  operation('replaceRecord', fc.tuple(stored, version), (store, [record, version]) =>
    store.records.replaceRecord({ ...record, version }),
  ),
  operation('removeRecord', fc.tuple(stored, fc.option(version)), (store, [{ kind, key }, version]) =>
    store.records.removeRecord(kind, key, version ?? undefined),
  ),
  operation('removeOwned', account, (store, given) => store.records.removeOwned(given)),
  operation('sweepRecords', moment, (store, given) => store.records.sweepRecords(given)),
)

/** Mostly what generations do, since they have the most rules. */
export const operations = fc.oneof({ arbitrary: common, weight: 2 }, { arbitrary: others, weight: 3 })
