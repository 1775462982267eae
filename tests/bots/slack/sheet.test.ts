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
