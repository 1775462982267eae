/** Bugs in what people on Discord and Slack are shown, and in how the bot stops. */
import { type Plant, plantIn } from './plant.ts'

/** Every button: at once, and later. */
const onSlack = ['slack/everything.*test.ts']
const onDiscord = ['discord/everything.*test.ts']

export const chatPlants: readonly Plant[] = [
  ...plantIn('run', ['stop.proof.test.ts'], {
    'what waits begins while the platforms are being left': [
      'await Promise.all([...$platforms.map(($platform) => $platform.stop()), $core.stop($patience)])',
      'for (const $platform of $platforms) await $platform.stop()\nawait $core.stop($patience)',
    ],
    'stopping is cut off before what is drawn can end': ['const $longest = 24_000', 'const $longest = 1_000'],
  }),
  ...plantIn('listen', onSlack, {
    'what Slack delivers twice is answered twice': [
      'if (!$received || !$once.claim(...$event)) return',
      'if (!$received) return',
    ],
  }),
  ...plantIn('createReply', onSlack, {
    'what is private on Slack is posted for all': ['$message.private && !$place.direct', 'false'],
  }),
  ...plantIn('endAnswer', onDiscord, {
    'what is private on Discord takes the place of what all see': [
      'await $webhook.remove()\nawait $follow($message, ...$rest)',
      'await $follow($message, $rest)',
    ],
  }),
  ...plantIn('redraw', onDiscord, {
    'a press is paid by the author of the picture': [
      'const { id: $payer } = await $accounts.requireAccount($user)',
      'const $payer = seen.owner',
    ],
  }),
  ...plantIn('createApi', ['trouble-steps.proof.test.ts'], {
    'what Discord puts off is asked for without end': [
      'AbortSignal.any([$shutdown, AbortSignal.timeout($longest)])',
      '$shutdown',
    ],
  }),
]
