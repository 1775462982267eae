/** Draws what somebody sees from other words: the button Edit prompt and the form it opens. */
import { defineCommand } from '../command.ts'
import { renderEditForm } from '../messages/edit.ts'
import { pressed } from '../pressed.ts'
import { redraw } from './redraw.ts'

export const edit = defineCommand({
  name: 'edit',
  summary: 'Opens the prompt of a picture to be changed.',
  options: pressed.edit,
  hidden: true,
  opensForm: true,
  isPrivate: () => true,
  async run(call, core) {
    const account = await core.accounts.requireAccount(call.user)
    const seen = await core.history.requireVisible(account.id, call.options.id)
    return renderEditForm(seen, { private: call.options.private === true })
  },
})

/** What the form sends. The words as they were are the picture as it was, for nothing. */
export const edited = defineCommand({
  name: 'edited',
  summary: 'Draws a picture again from other words.',
  options: pressed.edited,
  hidden: true,
  isPrivate: (options) => options.private === true,
  run: (call, core) => redraw(call, core, () => ({ prompt: call.options.prompt })),
})
