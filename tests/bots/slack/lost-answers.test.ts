/** Posts that Slack may have made, since only their answers were lost; and Slack too busy to share. */
import { expect, it } from 'vitest'
import { settle } from '#tests/settle.ts'
import { isPicture, startRig } from './rig.ts'

const lost = { method: 'chat.postMessage', when: 'after', times: 1, trouble: { kind: 'reset' } } as const

it('shows progress once, though nobody can say whether it is there', async () => {
  const { slack, ada, ben, general, answered, model } = await startRig({ timing: { timeout: 150 } })
  model.hold(1)
  slack.operator.trouble(lost)
  ada.slash(general, '/imagine', 'a gull')
  await slack.until(() => general.visibleTo(ben)[0])
  await settle()
  expect(general.visibleTo(ben)).toHaveLength(1)
  model.release()
  await answered()
  expect(general.visibleTo(ben).filter(isPicture)).toHaveLength(1)
  expect(general.visibleTo(ben)).toHaveLength(2)
})

it('says of a form that it may be there', async () => {
  const { slack, ada, general } = await startRig({ timing: { timeout: 150 } })
  slack.operator.trouble({ ...lost, method: 'views.open' })
  const typed = ada.slash(general, '/imagine')
  expect((await typed.reply()).shown).toContain('If you don’t see it')
  expect(await typed.modal()).toBeDefined()
})

async function drawToShare() {
  const rig = await startRig({ timing: { timeout: 150, patience: 200 }, expectsFaults: true })
  const { ada, general } = rig
  await ada.slash(general, '/gallery', general.id).reply()
  const picture = await ada.slash(general, '/imagine', 'a gull --private').reply(isPicture)
  return { ...rig, picture }
}

it('says of a shared picture that it may be there, and where to look', async () => {
  const { slack, ada, ben, general, picture } = await drawToShare()
  slack.operator.trouble(lost)
  const told = await ada.press(picture, 'Share').reply()
  expect(told.shown).toContain('Check the channel before you try again')
  expect(general.visibleTo(ben).filter(isPicture)).toHaveLength(1)
})

it.each([
  [{ kind: 'ratelimited', retryAfter: 5 }, 'isn’t taking messages'],
  [{ kind: 'status', status: 503 }, 'Check the channel'],
  [{ kind: 'hang' }, 'Check the channel'],
] as const)('does not blame permissions for %o', async (trouble, words) => {
  const { slack, ada, general, picture } = await drawToShare()
  slack.operator.trouble({ method: 'chat.postMessage', trouble })
  expect((await ada.press(picture, 'Share').reply()).shown).toContain(words)
  expect((await ada.slash(general, '/gallery', general.id).reply()).shown).toContain(words)
})
