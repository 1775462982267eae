/** Several pictures on Slack: one sheet and a link to each, made once; or each by itself where no file can be had. */
import { expect, it } from 'vitest'
import { commands } from '#bots/commands/index.ts'
import { listScopes } from '#bots/slack/register.ts'
import { isPicture, startRig } from './rig.ts'

const listImages = (blocks: readonly { type: string }[]) => blocks.filter(({ type }) => type === 'image')

it.each([true, false])(
  'are one, with originals a click away, and uploaded once (served: %s)',
  async (serves) => {
    const { ada, general, slack, answered } = await startRig({ servesPictures: serves })
    ada.slash(general, '/imagine', 'a gull --quality draft --count 4')
    await answered()
    const [drawn] = general.visibleTo(ada).filter(isPicture)
    const [image, ...others] = listImages(drawn?.blocks ?? [])
    expect(others).toEqual([])
    expect(image).toMatchObject({
      slack_file: { id: expect.any(String) },
      alt_text: '4 pictures: a gull',
    })
    const links = [...JSON.stringify(drawn?.blocks).matchAll(/"type":"link","url":"([^"]+)","text":"(\d)"/g)]
    expect(links.map(([, , number]) => number)).toEqual(['1', '2', '3', '4'])
    expect(new Set(links.map(([, url]) => url)).size).toBe(4)
    expect(drawn?.shown).toMatch(/Full size:/)
    const uploads = () =>
      slack.requests.filter(({ method }) => method === 'files.completeUploadExternal').length
    expect(uploads()).toBe(1)
    const [, id = ''] = /id (\w+)/.exec(drawn?.shown ?? '') ?? []
    ada.slash(general, '/show', id)
    await answered(2)
    const shown = general.visibleTo(ada).filter(isPicture).at(-1)
    expect(listImages(shown?.blocks ?? [])).toMatchObject([{ slack_file: { id: expect.any(String) } }])
    expect(uploads()).toBe(1)
  },
)

it('are each by themselves where the app may upload no files', async () => {
  const scopes = listScopes(commands).filter((scope) => scope !== 'files:write')
  const { ada, general, answered, logged } = await startRig({ scopes, expectsFaults: true })
  ada.slash(general, '/imagine', 'a gull --quality draft --count 2')
  await answered()
  const [drawn] = general.visibleTo(ada).filter(isPicture)
  expect(listImages(drawn?.blocks ?? [])).toMatchObject([
    { image_url: expect.any(String), alt_text: '1 of 2: a gull' },
    { image_url: expect.any(String), alt_text: '2 of 2: a gull' },
  ])
  expect(logged.map(({ message }) => message)).toContain(
    'Several pictures could not be shown as one on Slack',
  )
})

/** Ada’s four pictures, deleted one by one or at once, and what Slack still has of the bot’s files. */
async function startDeleting(options: Parameters<typeof startRig>[0] = {}) {
  const rig = await startRig(options)
  const { ada, general, slack } = rig
  ada.slash(general, '/imagine', 'a gull --quality draft --count 4')
  await rig.answered()
  const files = (state: string) => [...slack.files.values()].filter((file) => file.state === state).length
  const [drawn] = await rig.history(ada)
  const [message] = general.visibleTo(ada).filter(isPicture)
  if (!drawn || !message) throw new Error('nothing was drawn')
  const remove = async (button: RegExp) => {
    const shown = button.source === 'Delete' ? message : await ada.press(message, button).reply(isPicture)
    const asked = await ada.press(shown, 'Delete').reply(({ shown }) => shown.includes('can’t be undone'))
    ada.press(asked, 'Delete it')
    await slack.until(() => asked.shown.includes('is deleted') || undefined)
    return asked
  }
  return { ...rig, rig, drawn, files, remove }
}

it('goes as a file when one of its pictures is deleted, and the others are one anew', async () => {
  const { files, remove, slack } = await startDeleting()
  expect([files('complete'), files('deleted')]).toEqual([1, 0])
  const told = await remove(/^2$/)
  await slack.until(() => files('deleted') > 0 || undefined)
  expect([files('complete'), files('deleted')]).toEqual([1, 1])
  expect(listImages(told.blocks)).toMatchObject([
    { slack_file: { id: expect.any(String) }, alt_text: '3 pictures: a gull' },
  ])
})

it.each([true, false])('goes with all that Slack holds of them (served: %s)', async (servesPictures) => {
  const { files, remove, slack, rig, general, ada, drawn } = await startDeleting({ servesPictures })
  ada.slash(general, '/show', `${drawn.id}.3`)
  ada.slash(general, '/history')
  await rig.answered(3)
  const held = files('complete')
  expect(held).toBe(servesPictures ? 3 : 1)
  await remove(/Delete/)
  await slack.until(() => files('deleted') === held || undefined)
  expect(files('complete')).toBe(0)
})

it('goes once Slack takes it, also after a restart in between', async () => {
  const { files, slack, rig, ada, general, drawn, logs, advance } = await startDeleting()
  slack.operator.trouble({ method: 'files.delete', trouble: { kind: 'error', error: 'not_allowed' } })
  await rig.core.history.remove(drawn.owner, drawn.id)
  await logs('A copy of a deleted picture is not taken away yet')
  expect([files('complete'), await rig.history(ada)]).toEqual([1, []])
  slack.operator.calm()
  await rig.restart()
  advance(120_000)
  ada.slash(general, '/imagine', 'a tern --quality draft --count 2')
  await rig.answered(2)
  // Whatever is to go next takes up what is left.
  const [tern] = await rig.history(ada)
  await rig.core.history.remove(drawn.owner, tern?.id ?? '')
  await slack.until(() => files('deleted') === 2 || undefined)
  expect(files('complete')).toBe(0)
})

it('goes with the account', async () => {
  const { files, slack, rig, drawn } = await startDeleting()
  await rig.core.erase(drawn.owner)
  await slack.until(() => files('deleted') === 1 || undefined)
})
