/** Draws what somebody sees from other words: the button Edit prompt and the form it opens. */
import { longestPrompt } from '#core/index.ts'
import { defineCommand } from '../command.ts'
import { renderEditForm } from '../messages/edit.ts'
import { readPictureId } from '../picture-id.ts'
import { pictureOption, redraw } from './redraw.ts'

export const edit = defineCommand({
  name: 'edit',
  summary: 'Opens the prompt of a picture to be changed.',
  options: [pictureOption],
  hidden: true,
  opensForm: true,
  isPrivate: () => true,
  async run(call, core) {
    const account = await core.accounts.requireAccount(call.user)
    const picture = readPictureId(call.options.id)
    return renderEditForm(await core.history.requireVisible(account.id, picture.id), picture)
  },
})

/** What the form sends. The words as they were are the picture as it was, for nothing. */
export const edited = defineCommand({
  name: 'edited',
  summary: 'Draws a picture again from other words.',
  options: [
    pictureOption,
    { name: 'prompt', summary: 'What to draw', type: 'text', maxLength: longestPrompt, required: true },
  ],
  hidden: true,
  isPrivate: (options) => readPictureId(options.id).private,
  run: (call, core) => redraw(call, core, () => ({ prompt: call.options.prompt })),
})
