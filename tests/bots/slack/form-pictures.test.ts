/** Slack's forms show what the styles of a preset look like, where Slack can fetch that; and open without it where not. */
import { expect, it } from 'vitest'
import { findStyleSheet, speak } from '#core/index.ts'
import { type Shape, shapesIn, stringIn } from '#tests/standins/slack/blocks/shape.ts'
import type { View } from '#tests/standins/slack/view.ts'
import { isPicture, startRig } from './rig.ts'

const site = 'https://bot.test'
const listBlocks = ({ content }: View): readonly Shape[] => shapesIn(content, 'blocks')
const listImages = (view: View) => listBlocks(view).filter(({ type }) => type === 'image')
const { path, alt } = findStyleSheet(speak('en'), 'og')
const shown = {
  type: 'image',
  image_url: `${site}${path}`,
  alt_text: alt,
}

it('just above the menu of styles, also to change what was drawn, and leave what is entered', async () => {
  const { ada, general, slack, answered } = await startRig({ site })
  const form = await ada.slash(general, '/og', '--style paper').modal()
  await slack.until(() => listImages(form).length > 0 || undefined)
  expect(listImages(form)).toMatchObject([shown])
  const blocks = listBlocks(form)
  const at = blocks.findIndex(({ type }) => type === 'image')
  expect(stringIn(blocks[at + 1] ?? { type: '' }, 'block_id')).toBe('0:style')
  const picture = await ada.submitView(form, { Title: 'Hello' }).message(isPicture)
  await answered()
  const edit = await ada.press(picture, 'Edit words').modal()
  await slack.until(() => listImages(edit).length > 0 || undefined)
  expect(listImages(edit)).toMatchObject([shown])
  expect(JSON.stringify(edit.content)).toContain('"initial_option":{"value":"paper"')
})

it('open without where Slack cannot fetch it, or cannot reach the bot at all', async () => {
  const { ada, general, slack, logs, answered } = await startRig({ site })
  const error = 'invalid_arguments'
  slack.operator.trouble({ method: 'views.update', trouble: { kind: 'error', error } })
  const form = await ada.slash(general, '/og').modal()
  await logs('A form on Slack has no pictures')
  expect(listImages(form)).toEqual([])
  ada.submitView(form, { Title: 'Hello' })
  await answered()
  const near = await startRig()
  expect(listImages(await near.ada.slash(near.general, '/og').modal())).toEqual([])
})
