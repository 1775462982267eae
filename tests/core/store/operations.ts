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

type Given<Part, Name extends keyof Part> = Part[Name] extends (...given: infer All) => unknown ? All : never

/** Calls a method with what is drawn for it. */
const call = <
  Part extends 'accounts' | 'ledger' | 'generations' | 'owned' | 'records',
  Name extends keyof Store[Part] & string,
>(
  part: Part,
  name: Name,
  given: fc.Arbitrary<Given<Store[Part], Name>>,
) =>
  operation(`${part} ${name}`, given, async (store, all) => {
    const port: object = store[part]
    return await Reflect.apply(Reflect.get(port, name), port, all)
  })

const oneOf = <Value>(...values: Value[]) => fc.constantFrom(...values)
const account = oneOf('ada', 'bob')
const id = oneOf('g0', 'g1', 'g2', 'g3', 'g4', 'g\0', 'g\ud800')
const calls = oneOf('c0', 'c1', 'c2', 'c3', 'c4', 'c5')
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
      call: calls,
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
const unheld = fc.record({
  now: time,
  gone: fc.array(owner, { maxLength: 2 }),
  own: fc.record({ owner, except: fc.array(id, { maxLength: 4 }) }),
})
const entries = fc.record({ limit: time, before: time }, { requiredKeys: ['limit'] })
const channel = oneOf('slack:T1:C1', 'slack:T1:C2')
const month = oneOf('2026-11', '2026-12')
const budget = fc.record(
  { month, member: account, memberSpent: time, channel, channelSpent: time },
  { requiredKeys: ['month', 'member', 'memberSpent'] },
)
const entry = fc
  .record(
    { wallet: account, sequence: time, key: id, amount: time, balance: time, at: time, budget },
    { requiredKeys: ['wallet', 'sequence', 'key', 'amount', 'balance', 'at'] },
  )
  .map(createEntry)
const entryPlace = fc.record({ wallet: account, sequence: time })

/** Far ahead of the server's own clock, which sweeps away what has expired by it. */
const moment = time.map((ms) => 8_000_000_000_000 + ms)
const kind = oneOf<PersonalKind>('code', 'session')
const stored = fc.record(
  { kind, key: id, owner: account, expiresAt: moment, body: fc.dictionary(id, prompt) },
  { requiredKeys: ['kind', 'key', 'body'] },
)
const version = fc.integer({ min: 1, max: 3 })
const common: fc.Arbitrary<Operation> = fc.oneof(
  call('generations', 'create', fc.tuple(generation, fc.nat(3), fc.nat(3))),
  call('generations', 'findEarlier', fc.tuple(account, fc.record({ call: calls, cacheKey }))),
  operation('change', fc.tuple(id, guard, change), (store, given) => {
    const [id, guard, change] = given
    return store.generations.change(id, guard, change as GenerationChange)
  }),
  call('generations', 'listDelivered', fc.tuple(account, page)),
)

const others: fc.Arbitrary<Operation> = fc.oneof(
  call('accounts', 'insertAccount', fc.tuple(fc.record({ id, email: id, emailKey: id, createdAt: time }))),
  call('accounts', 'findAccount', fc.tuple(fc.oneof(fc.record({ id }), fc.record({ emailKey: id })))),
  call('accounts', 'listAccounts', fc.tuple(fc.record({ after: id, limit: time }))),
  call('accounts', 'changeEmail', fc.tuple(id, fc.record({ email: id, emailKey: id }))),
  call('accounts', 'deleteAccount', fc.tuple(id)),
  call('accounts', 'moveIdentities', fc.tuple(account, account)),
  call('owned', 'list', fc.tuple(account, fc.record({ after: id, limit: time }))),
  call('owned', 'move', fc.tuple(account, account)),
  call('owned', 'remove', fc.tuple(account, fc.array(id, { maxLength: 4 }))),
  call('accounts', 'insertIdentity', fc.tuple(identity)),
  call('accounts', 'findIdentity', fc.tuple(identity)),
  call('accounts', 'listIdentities', fc.tuple(account)),
  call('accounts', 'deleteIdentity', fc.tuple(identity)),
  call('ledger', 'insert', fc.tuple(entry)),
  call('ledger', 'insertAll', fc.tuple(fc.array(entry, { maxLength: 3 }))),
  call('ledger', 'findLast', fc.tuple(account)),
  call('ledger', 'findByKey', fc.tuple(account, id)),
  call('ledger', 'list', fc.tuple(account, entries)),
  call('ledger', 'findSpent', fc.tuple(account, fc.record({ month, member: account }))),
  call('ledger', 'findSpent', fc.tuple(account, fc.record({ month, channel }))),
  call('ledger', 'listTotals', fc.tuple(account, month)),
  call('ledger', 'listOfMember', fc.tuple(account, fc.record({ after: entryPlace, limit: time }))),
  call('generations', 'find', fc.tuple(fc.oneof(fc.record({ id }), fc.record({ call: calls })))),
  call('generations', 'find', fc.tuple(fc.record({ owner: account, cacheKey }))),
  call('generations', 'listUnfinished', fc.tuple(fc.option(account, { nil: undefined }))),
  operation('listLeaseHolders', fc.tuple(), async (store) =>
    (await store.generations.listLeaseHolders()).sort((one, other) =>
      `${one.owner}` < `${other.owner}` ? -1 : 1,
    ),
  ),
  call('generations', 'listUnheld', fc.tuple(unheld)),
  call(
    'generations',
    'listWaiting',
    fc.tuple(fc.record({ now: time, until: time, except: owner, limit: time })),
  ),
  operation('findAll', fc.tuple(fc.array(id, { maxLength: 4 })), async (store, [ids]) =>
    (await store.generations.findAll(ids)).sort((one, other) => (one.id < other.id ? -1 : 1)),
  ),
  call('generations', 'renewLeases', fc.tuple(fc.array(id, { maxLength: 4 }), lease)),
  call('generations', 'remove', fc.tuple(id, account)),
  call('generations', 'listChildren', fc.tuple(id, account, time)),
  call('generations', 'countDelivered', fc.tuple(account, counted)),
  call('generations', 'countShowing', fc.tuple(id)),
  call('generations', 'countShowing', fc.tuple(id, key)),
  call('generations', 'removePicture', fc.tuple(id, account, key)),
  call('records', 'insertRecord', fc.tuple(stored, moment)),
  call('records', 'findRecord', fc.tuple(kind, id, moment)),
  call('records', 'listRecords', fc.tuple(kind, fc.option(account, { nil: undefined }), moment)),
  call('records', 'listRecordsBy', fc.tuple(kind, id, moment)),
  operation('replaceRecord', fc.tuple(stored, version), (store, [record, version]) =>
    store.records.replaceRecord({ ...record, version }),
  ),
  call('records', 'removeRecord', fc.tuple(kind, id, fc.option(version, { nil: undefined }))),
  call('records', 'removeOwned', fc.tuple(account)),
  call('records', 'sweepRecords', fc.tuple(moment)),
)

/** Mostly what generations do, since they have the most rules. */
export const operations = fc.oneof({ arbitrary: common, weight: 2 }, { arbitrary: others, weight: 3 })
