/** Tests one bot on both platforms, with a server and a workspace that are one team: one gallery, and one vote a person. */
import { expect, it } from 'vitest'
import { labelOf } from '#tests/standins/slack/actions/find-element.ts'
import { elementsOf, flattenBlocks } from '#tests/standins/slack/blocks/shape.ts'
import { openBothPlatforms } from './both-platforms.ts'

it('posts in both, counts the votes of both under both, and takes back from both', async () => {
  const { rig, eve, onDiscord, onSlack } = await openBothPlatforms()
  rig.ann.command(rig.channel, 'imagine', { prompt: 'a red fox' })
  await rig.answered(1)
  const [made] = rig.channel.visibleTo(rig.ann)
  if (!made) throw new Error('Nothing was made')
  rig.ann.press(made, 'Share')
  await rig.answered(2)
  const [post] = onDiscord()
  const [other] = onSlack()
  if (!post || !other) throw new Error('It is not posted in both')
  for (const text of [post.text, other.shown]) expect(text).toMatch(/ann.*shared a picture.*a red fox/s)

  const labels = () => [
    ...onDiscord().flatMap(({ buttons }) => buttons.map(({ label }) => label)),
    ...onSlack().flatMap(({ blocks }) => flattenBlocks(blocks).flatMap(elementsOf).map(labelOf)),
  ]
  rig.ann.press(post, 'Vote')
  await rig.answered(3)
  await eve.press(onSlack()[0] ?? other, 'Vote · 1').settled
  await rig.answered(4)
  expect(labels().filter((each) => each?.startsWith('Vote'))).toEqual(['Vote · 2', 'Vote · 2'])
  // Sooner, it would be a double click.
  rig.advance(2_000)
  await eve.press(onSlack()[0] ?? other, 'Vote · 2').settled
  await rig.answered(5)
  expect(labels().filter((each) => each?.startsWith('Vote'))).toEqual(['Vote · 1', 'Vote · 1'])

  expect(onDiscord()[0]?.pictures).toEqual(post.pictures)

  rig.ann.press(onDiscord()[0] ?? post, 'Unshare')
  await rig.answered(6)
  const shown = [...onDiscord().map(({ text }) => text), ...onSlack().map((each) => each.shown)]
  expect(shown.filter((each) => each.includes('a red fox'))).toEqual([])
})
