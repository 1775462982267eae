/** A process that is to end, while Slack hangs: it waits for nothing long, and leaves the picture to the next one. */
import { expect, it } from 'vitest'
import { settle } from '#tests/settle.ts'
import { isPicture, startRig } from './rig.ts'

it.each([
  ['a post', { private: false, servesPictures: false, method: /^chat\./ }],
  ['an answer', { private: true, servesPictures: false, method: 'response_url' }],
  ['an upload', { private: false, servesPictures: true, method: /^upload$|^files\./ }],
])('gives up %s that hangs, and leaves the picture to the next process', async (_, given) => {
  const rig = await startRig({
    timing: { timeout: 60_000, shutdown: 50 },
    servesPictures: given.servesPictures,
    expectsFaults: true,
  })
  const { slack, ada, general, model, platform, answered, history } = rig
  model.hold(1)
  ada.slash(general, '/imagine', `a gull ${given.private ? '--private' : ''}`)
  await slack.until(() => general.visibleTo(ada)[0])
  slack.operator.trouble({ method: given.method, trouble: { kind: 'hang' } })
  model.release()
  await platform.stop()
  await answered()
  // What nobody has been shown is in no history yet.
  expect(await history(ada)).toEqual([])
  slack.operator.calm()
  await rig.restart()
  const places = [general, ada.dm]
  await slack.until(() => places.flatMap((place) => place.visibleTo(ada)).find(isPicture))
  await expect.poll(() => history(ada)).toMatchObject([{ delivery: 'message' }])
})

it('gives what begins even later a moment', async () => {
  const { ada, general, model, platform, answered, history } = await startRig({ timing: { shutdown: 0 } })
  model.hold(1)
  await ada.slash(general, '/imagine', 'a gull').message(({ shown }) => shown.includes('drawing'))
  await platform.stop()
  await settle()
  model.release()
  await answered()
  expect((await history(ada))[0]).toMatchObject({ delivery: 'reply' })
})
