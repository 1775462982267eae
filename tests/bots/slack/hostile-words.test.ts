/** Hostile words everywhere but in prompts: ids, searches, commands and people's names. */
import { expect, it } from 'vitest'
import type { Message } from '#tests/standins/slack/message.ts'
import { listHostileTexts } from './hostile-texts.ts'
import { isPicture, startRig } from './rig.ts'

const texts = listHostileTexts(120)
const refused = 'A call was not understood'

function expectHarmless(messages: readonly Message[]) {
  for (const message of messages) {
    expect(message.pings, message.shown).toEqual([])
    expect(message.formats, message.shown).toEqual([])
    expect(message.shown).not.toMatch(/[\u202a-\u202e\u2066\u2067]/)
  }
}

it.each(['/show', '/history', '/share', '/cancel', '/gallery', '/link'])(
  '%s answers each once, and harmlessly',
  async (command) => {
    const rig = await startRig({ expectsFaults: true })
    const { ada, general, logged } = rig
    const asked = texts.map((text) => ada.slash(general, command, text))
    const count = () =>
      logged.filter(({ message }) => message === 'A call was answered' || message === refused).length
    await expect.poll(count, { timeout: 30_000 }).toBe(texts.length)
    for (const { replies } of asked) {
      expect(replies).toHaveLength(1)
      expect(replies[0]?.ephemeral).toBe(true)
      expectHarmless(replies)
    }
  },
)

it('commands that there are not are answered once, and harmlessly', async () => {
  const { ada, answered } = await startRig()
  for (const text of texts) ada.messageDM(`/${text.replaceAll(/\s/g, '')}`)
  await answered(texts.length)
  const told = ada.dm.visibleTo(ada).filter(({ user }) => user !== ada.id)
  expect(told).toHaveLength(texts.length)
  expectHarmless(told)
})

it('names of authors are only names', async () => {
  const rig = await startRig()
  const { ada, ben, general, slack, team, link } = rig
  await ada.slash(general, '/gallery', general.id).reply()
  for (const name of texts.slice(0, 40)) {
    const person = slack.createPerson(team, { name })
    general.members.add(person.id)
    await link(person)
    const picture = await person.slash(general, '/imagine', 'a gull --private').reply(isPicture)
    await person.press(picture, 'Share').reply()
  }
  const posts = general.visibleTo(ben).filter(({ shown }) => shown.includes(' shared a picture'))
  expect(posts).toHaveLength(40)
  expectHarmless(posts)
})
