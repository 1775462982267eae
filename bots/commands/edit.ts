/** Draws what somebody sees from other words: the button Edit prompt and the form it opens. */
import { findNumber } from '#core/index.ts'
import { listGiven } from '../attached.ts'
import { defineCommand } from '../command.ts'
import { renderEditForm } from '../messages/edit.ts'
import { pressed } from '../pressed.ts'
import { showPicked } from './pick.ts'
import { pickWords } from './preset.ts'
import { findSeen, redraw } from './redraw.ts'

export const edit = defineCommand({
  name: 'edit',
  options: pressed.edit,
  hidden: true,
  opensForm: true,
  isPrivate: () => true,
  async run(call, core) {
    return renderEditForm(
      call.words,
      await findSeen(call, core),
      { private: call.options.private === true },
      core.prices,
    )
  },
})

/** What the form sends. The words as they were are the picture as it was, for nothing: also the one of several. */
export const edited = defineCommand({
  name: 'edited',
  options: pressed.edited,
  hidden: true,
  isPrivate: (options) => options.private === true,
  async run(call, core) {
    const { prompt, image, image2, image3, image4 } = call.options
    const brought = listGiven(image, image2, image3, image4)
    const seen = await findSeen(call, core)
    const isSame = prompt === seen.asked.prompt && brought.length === 0
    if (isSame && findNumber(seen) !== undefined) return showPicked(call, core, seen)
    // Other words are no longer the finish of that very picture.
    const tool = !isSame && seen.asked.tool === 'upgrade' && { tool: 'imagine' as const }
    return await redraw(call, core, seen, { prompt, ...tool, ...(brought.length > 0 && { brought }) })
  },
})

/** What the form of a preset's picture sends: all that was filled in, anew. */
export const editedPreset = defineCommand({
  name: 'edited-preset',
  options: pressed['edited-preset'],
  hidden: true,
  isPrivate: (options) => options.private === true,
  async run(call, core) {
    const { id, private: hidden, image, ...filled } = call.options
    const pressed = { ...call, options: { id, ...(hidden && { private: hidden }) } }
    const instead = image && { sources: [], brought: [image] }
    return await redraw(pressed, core, await findSeen(pressed, core), {
      ...{ fields: pickWords(filled), ...instead },
    })
  },
})
