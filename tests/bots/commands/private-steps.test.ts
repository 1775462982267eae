/** Tests that going back shows nobody's private pictures or words to others. */
import { expect, it } from 'vitest'
import { readWords } from '../calls.ts'
import { createRig, findId } from '../rig.ts'

async function createScene(options: Record<string, string | number>) {
  const rig = await createRig()
  await rig.join('ann')
  await rig.join('bob')
  await rig.ask('root', 'gallery', { in: 'team', admin: true, options: { channel: 'art' } })
  const made = await rig.ask('ann', 'imagine', { in: 'team', options: { ...options, private: true } })
  return { rig, id: findId(made.message), ask: rig.ask }
}

it('shows a private picture to all only where it is the shared one of several', async () => {
  const { id, ask } = await createScene({ prompt: 'a secret', quality: 'draft', count: 2 })
  await ask('ann', 'share', { in: 'team', options: { id: `${id}.2` } })
  for (const [name, isPrivate] of [
    [`${id}.1`, true],
    [`${id}.2`, false],
    [id, true],
  ] as const) {
    const { message } = await ask('ann', 'back', { in: 'team', options: { id: name } })
    expect([name, message?.private]).toEqual([name, isPrivate])
  }
})

it('tells whoever goes back what they may see of its steps, also alone', async () => {
  const { rig, id, ask } = await createScene({ prompt: 'a secret' })
  await ask('ann', 'share', { in: 'team', options: { id } })
  const blue = await ask('ann', 'change', { in: 'team', options: { id, prompt: 'bluer' } })
  expect(blue.message).toMatchObject({ private: false })
  await ask('ann', 'unshare', { in: 'team', options: { id } })
  const options = { id: findId(blue.message), prompt: 'redder', private: true }
  const red = await ask('bob', 'change', { in: 'team', options })
  const before = await rig.press('bob', red, 'Back to 1', { in: 'team' })
  expect(findId(before.message)).toBe(findId(blue.message))
  expect(readWords(before.message)).toContain('from a picture that’s gone')
  expect(readWords(before.message)).not.toContain('secret')
  const own = await ask('ann', 'back', { in: 'team', options: { id: findId(blue.message), private: true } })
  expect(readWords(own.message)).toContain('1 a secret · 2 bluer')
})
