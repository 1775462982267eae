/** Every form in a language that marks what it says and is longer: nothing unmarked but data, and nothing cut, on either platform. */
import { describe, expect, it } from 'vitest'
import { renderForm } from '#bots/discord/form.ts'
import type { Form } from '#bots/platform.ts'
import { renderInputs, renderView } from '#bots/slack/form.ts'
import { renderOptionForm } from '#bots/slack/option-form.ts'
import { languages } from '#core/index.ts'
import { isCut, listUnmarked, pseudo } from '../../core/languages/pseudo.ts'
import { listShown } from '../list-shown.ts'
import { formCommands, listFormSamples } from './samples/forms.ts'

/** What people typed, and what is data: prompts, presets, sizes, formats, ids; and words to type for a flag, of which there are several. */
const data = /^(yes|no|red fox|QR|one|other|og|logo|banner|avatar|emoji|x|png|svg|jpeg|webp|avif|gif|ico)$/

/** The 24 characters of a title have no room for longer ones: Discord shows the same, and languages are held to it below. */
const slackView = (words: typeof pseudo, form: Form) => {
  const title = words === pseudo ? '' : form.title
  return renderView(words, {
    ...form,
    title,
    carried: '',
    blocks: renderInputs(words, form, 'https://bot.test'),
  })
}
const renderers: Readonly<Record<string, (words: typeof pseudo, form: Form) => unknown>> = {
  discord: (_words, form) => renderForm(form),
  slack: slackView,
}
const command = { carried: '', given: {}, suggestions: [], site: 'https://bot.test' }
/** By what Slack calls it. */
const commandName = /^\/[a-z]+$/

function check(rendered: unknown): void {
  const texts = listShown(rendered).filter((text) => !commandName.test(text))
  expect(texts.length).toBeGreaterThan(0)
  expect(texts.flatMap(listUnmarked).filter((words) => !data.test(words))).toEqual([])
  expect(texts.filter(isCut)).toEqual([])
}

describe.each(Object.entries(renderers))('on %s', (_platform, render) => {
  it.each(Object.entries(listFormSamples(pseudo)))(
    '%s is said whole, and by the catalogue',
    (_name, form) => {
      check(render(pseudo, form))
    },
  )

  it.each(languages)('is cut nowhere in $name', (words) => {
    for (const form of Object.values(listFormSamples(words))) {
      expect(listShown(render(words, form)).filter((text) => text.endsWith('…'))).toEqual([])
    }
  })
})

describe('the options of a command on Slack', () => {
  const listed = formCommands.filter(({ hidden }) => !hidden)

  it.each(listed)('are said whole, and by the catalogue: $name', (each) => {
    check(renderOptionForm(each, { ...command, words: pseudo }).blocks.concat([pseudoTitle]))
  })

  it.each(languages)('are cut nowhere in $name', (words) => {
    for (const each of listed) {
      const texts = listShown(renderOptionForm(each, { ...command, words }))
      expect(texts.filter((text) => text.endsWith('…'))).toEqual([])
    }
  })
})

/** So that a command without options shows something. */
const pseudoTitle = { type: 'section' as const, text: { type: 'plain_text' as const, text: pseudo.slack.go } }
