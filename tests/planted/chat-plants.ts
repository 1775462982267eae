/** Bugs in what people on Discord and Slack are shown, and in how the bot stops. */
import type { Plant } from './plant.ts'

const stop = { file: 'bots/main.ts', caughtBy: ['tests/bots/main/stop.proof.test.ts'] }
/** Every button: at once, and later. */
const listFilesOn = (platform: string) =>
  ['test', 'proof.test'].map((ending) => `tests/bots/${platform}/everything.${ending}.ts`)
const onSlack = { caughtBy: listFilesOn('slack') }
const onDiscord = { caughtBy: listFilesOn('discord') }

export const chatPlants: readonly Plant[] = [
  {
    ...stop,
    bug: 'what waits begins while the platforms are being left',
    search: 'await Promise.all([...platforms.map((platform) => platform.stop()), core.stop(patience)])',
    replace: 'for (const platform of platforms) await platform.stop()\n      await core.stop(patience)',
  },
  {
    ...stop,
    bug: 'stopping is cut off before what is drawn can end',
    search: 'const longestStop = 24_000',
    replace: 'const longestStop = 1_000',
  },
  {
    ...onSlack,
    file: 'bots/slack/listen.ts',
    bug: 'what Slack delivers twice is answered twice',
    search: 'if (!received || !once.claim(received.id, eventLife)) return',
    replace: 'if (!received) return',
  },
  {
    ...onSlack,
    file: 'bots/slack/reply.ts',
    bug: 'what is private on Slack is posted for all',
    search: 'message.private && !place.direct',
    replace: 'false',
  },
  {
    ...onDiscord,
    file: 'bots/discord/show.ts',
    bug: 'what is private on Discord takes the place of what all see',
    search: '    await webhook.remove()\n',
    replace: '',
  },
  {
    ...onDiscord,
    file: 'bots/commands/redraw.ts',
    bug: 'a press is paid by the author of the picture',
    search: '    account: account.id,\n',
    replace: '    account: seen.account,\n',
  },
  {
    file: 'bots/discord/api.ts',
    bug: 'what Discord puts off is asked for without end',
    search: 'within((leaving) => work(AbortSignal.any([leaving, AbortSignal.timeout(longest)])))',
    replace: 'within((leaving) => work(longest > 0 ? leaving : leaving))',
    caughtBy: ['tests/bots/discord/trouble-steps.proof.test.ts'],
  },
]
