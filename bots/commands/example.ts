/** Runs an example of a command, as if it had been typed: whoever presses pays what it costs. */
import { type Command, defineCommand } from '../command.ts'
import { pressed } from '../pressed.ts'
import type { createImagine } from './imagine.ts'
import { qr } from './qr.ts'

export const createExample = (imagine: ReturnType<typeof createImagine>): Command =>
  defineCommand({
    name: 'example',
    options: pressed.example,
    hidden: true,
    isPrivate: (options) => options.private === true,
    async run(call, core) {
      const { of, private: hidden = false } = call.options
      const { prompt, address } = call.words.examples
      return of === 'qr'
        ? await qr.run({ ...call, command: qr.name, options: { text: address, private: hidden } }, core)
        : await imagine.run(
            { ...call, command: imagine.name, options: { prompt, quality: 'draft', private: hidden } },
            core,
          )
    },
  })
