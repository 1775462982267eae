/** Carries the SQLite store over to MongoDB. */

import { type OperatorCommand, refuse, UsageError } from './operator-command.ts'
import { adviseIfUnsure } from './unsure.ts'
import { renderDate, renderNumber } from './words.ts'

export const migrate: OperatorCommand = {
  name: 'migrate',
  summary: 'Carries all that is kept from SQLite to MongoDB, with the bot stopped; can be run again.',
  needsStore: false,
  parameters: [],
  options: {
    from: { summary: 'sqlite: the file in DATA_DIR.', value: 'store', required: true },
    to: { summary: 'mongodb: the one that MONGODB_URI names.', value: 'store', required: true },
  },
  async run({ options }, { migrate, config, secrets, tell }) {
    if (options.from !== 'sqlite' || options.to !== 'mongodb') {
      throw new UsageError('Type --from sqlite --to mongodb.')
    }
    if (secrets.mongodbUri === undefined) throw new UsageError('Set MONGODB_URI to where it should go.')
    const carried = await adviseIfUnsure(() =>
      migrate((kind, count) => tell(`${kind}: ${renderNumber(count)}`)),
    )
    switch (carried.outcome) {
      case 'carried':
        return {
          ok: true,
          lines: [
            `Everything is there, and the same on both sides. The credits add up to ${renderNumber(carried.credits)}.`,
            `With MONGODB_URI the bot now uses MongoDB. It needs the DATA_DIR it had, ${config.dataDir},`,
            'for pictures hosted on disk, and the SESSION_SECRET it had (or what is in session-secret there). Where',
            'workspaces have installed the Slack app, set SEALING_KEY to what is in sealing-key there.',
          ],
          data: carried,
        }
      case 'no-source':
        return refuse(carried.outcome, `There is no SQLite store in ${config.dataDir}.`)
      case 'running':
        return refuse(
          carried.outcome,
          `The bot runs on the SQLite store (${carried.owner}); stop it first. If it was killed, wait two minutes.`,
        )
      case 'not-empty':
        return refuse(
          carried.outcome,
          `The MongoDB already has ${carried.kind}. Set MONGODB_URI to an empty database.`,
        )
      case 'known':
        return refuse(carried.outcome, `It was already carried over on ${renderDate(carried.doneAt)}.`)
      case 'differs':
        return refuse(
          carried.outcome,
          `The ${carried.kind} differ between the two: something was written meanwhile. ` +
            'With the bot stopped, run it again; if that does not help, with an empty database.',
        )
    }
  },
}
