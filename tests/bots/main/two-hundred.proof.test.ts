/** The bot as shipped, given a hundred commands on Discord and a hundred on Slack at the same moment. */
import { expect, it } from 'vitest'
import type { Message } from '#tests/standins/slack/message.ts'
import { hasPicture, startWorld } from './world.ts'

const name = (name: string) => Array.from({ length: 100 }, (_, index) => `${name}${index}`)
/** What both vendors wait for an acknowledgement, in milliseconds. */
const deadline = 3_000

it('acknowledges each in time, delivers each once, and charges each once', { timeout: 180_000 }, async () => {
  const world = await startWorld(name('ann'), name('cleo'))
  const program = await world.boot()

  const onDiscord = world.onDiscord.map((person) =>
    person.command(world.channel, 'imagine', { prompt: `a fox for ${person.username}` }),
  )
  const onSlack = world.onSlack.map((member) =>
    member.slash(world.general, '/imagine', `an owl for ${member.name}`),
  )
  const acknowledged = await Promise.all(onSlack.map((typed) => typed.acknowledged))
  for (const { ok, took } of acknowledged) expect([ok, took < deadline]).toEqual([true, true])
  for (const [index, handle] of onDiscord.entries()) {
    await handle.waitFor(({ message }) => message?.text.includes('price 10') ?? false, 120_000)
    expect(handle.acknowledgedAfter).toBeLessThan(deadline)
    expect(handle.messages).toHaveLength(1)
    expect(handle.message?.text).toContain(`a fox for ann${index}`)
  }
  for (const [index, typed] of onSlack.entries()) {
    const owl = `an owl for cleo${index}`
    const shown = ({ shown }: Message) => new RegExp(`${owl}\\b`).test(shown)
    await typed.message((message) => hasPicture(message) && shown(message))
    expect(world.general.visibleTo(typed.person).filter(shown)).toHaveLength(1)
  }
  expect(world.openai.purchases).toHaveLength(200)

  expect(await program.stop()).toBe(0)
  for (const person of [...name('ann'), ...name('cleo')]) {
    const books = await world.operations.books(`${person}@example.com`, 10)
    expect(books).toMatchObject({ balance: 90 })
  }
  expect(world.listFaults()).toEqual([])
})
