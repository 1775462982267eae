/** What an operator does to accounts, beside the running bot. */
import { findId, findNewest, findOrder, type Performers, userOf } from './performers.ts'

export const operator: Performers<'grant' | 'undoGrant' | 'claim' | 'giveBack' | 'tie'> = {
  async grant({ who, number }, process, world) {
    const id = await findId(process.core, who)
    const [key, credits] = [`${id}:${number}`, 10 + number]
    world.grants.set(`grant:${key}`, credits)
    const request = { who: id, credits, reason: 'a test', key }
    await world.operate(process, () => process.operations.grant(request))
  },
  async undoGrant({ who, number }, process, world) {
    const id = await findId(process.core, who)
    await world.operate(process, () => process.operations.undoGrant(id, `${id}:${number}`))
  },
  async claim({ who, order }, process, world) {
    const id = await findId(process.core, who)
    const [report] = findOrder(world, order)?.reports ?? []
    if (!report) return
    await world.operate(process, () => process.operations.orders.settle({ order: report.order, who: id }))
  },
  async giveBack({ who }, process, world) {
    const { newest } = await findNewest(process.core, who)
    if (!newest) return
    world.givenBack.add(newest.id)
    await world.operate(process, () => process.operations.refund(newest.id))
  },
  tie: ({ who, email }, process, world) =>
    world.operate(process, () => process.operations.link(userOf(who), email)),
}
