/** What people write reaches the bot in every form that Slack gives it; edits, deletions and other bots do not. */
import { expect, it } from 'vitest'
import { isSpoken } from '#bots/slack/spoken.ts'
import { startRig } from './rig.ts'

const message = { type: 'message', user: 'U1' }

it.each([
  {},
  { subtype: 'thread_broadcast' },
  { subtype: 'me_message' },
  { subtype: 'file_share' },
  { subtype: 'reply_broadcast' },
  { subtype: 'voice_note', client_msg_id: 'a' },
  { type: 'app_mention', subtype: 'thread_broadcast' },
  { type: 'app_mention', subtype: 'something_new' },
])('hears %o', (given) => {
  expect(isSpoken({ ...message, ...given })).toBe(true)
})

it.each([
  { subtype: 'message_changed' },
  { subtype: 'message_deleted' },
  { subtype: 'message_replied', client_msg_id: 'a' },
  { subtype: 'channel_join' },
  { subtype: 'channel_topic' },
  { subtype: 'bot_message', bot_id: 'B1' },
  { bot_id: 'B1' },
  { edited: { user: 'U1', ts: '1' } },
  { type: 'app_mention', edited: { user: 'U1', ts: '1' } },
  { type: 'app_mention', bot_id: 'B1' },
  { hidden: true },
  { user: undefined },
])('does not hear %o', (given) => {
  expect(isSpoken({ ...message, ...given })).toBe(false)
})

it.each(['thread_broadcast', 'me_message'])('answers what is said with the subtype %s', async (subtype) => {
  const { ada, general } = await startRig()
  const event = { subtype }
  const whisper = await ada.mention(general, 'credits', { event }).message()
  expect(whisper).toMatchObject({ ephemeral: true, shown: expect.stringContaining('You have') })
  const answer = await ada.messageDM('credits', { event: { subtype } }).message()
  expect(answer.shown).toContain('You have')
})
