/** A press counts for the message it stands under only if that message has the pressed button. */
import type { BlockAction } from '@slack/bolt'
import { InteractionType } from 'discord-api-types/v10'
import { expect, it } from 'vitest'
import { type CallInteraction, readCall } from '#bots/discord/receive.ts'
import { hasPart } from '#bots/has-part.ts'
import { readPress } from '#bots/slack/receive.ts'

const onDiscord = (pressed: string, components: unknown) =>
  readCall({
    ...{ type: InteractionType.MessageComponent, id: '1', user: { id: '2', username: 'ann' } },
    message: { id: '5', channel_id: '4', components },
    data: { custom_id: pressed, component_type: 2 },
  } as unknown as CallInteraction).pressed

const row = (...components: object[]) => ({ type: 1, components })

it.each([
  [[row({ type: 2, custom_id: '1delete:abc' })], true],
  [[{ type: 17, components: [row({ type: 2 }, { type: 2, custom_id: '1delete:abc' })] }], true],
  [[row({ type: 2, custom_id: '1delete:xyz' })], false],
  [[], false],
  [undefined, false],
  [null, false],
  ['1delete:abc', false],
])('on Discord, with %j', (components, counts) => {
  expect(onDiscord('1delete:abc', components)).toEqual(counts ? { channel: '4', message: '5' } : undefined)
})

const onSlack = (value: string | undefined, message: unknown, ephemeral = false) =>
  readPress(
    {
      ...{ user: { id: 'U1' }, team: { id: 'T1' }, channel: { id: 'C1' }, trigger_id: 'x' },
      container: { message_ts: '5.1', is_ephemeral: ephemeral },
      message,
      actions: [{ action_id: 'call:0:delete', value }],
    } as unknown as BlockAction,
    0,
  )?.source

const button = (value?: string) => ({ type: 'button', action_id: 'call:0:delete', value })
const said = (...elements: object[]) => ({ blocks: [{ type: 'section' }, { type: 'actions', elements }] })

it.each([
  ['abc', said(button('abc')), true],
  ['abc', said(button('xyz'), button('abc')), true],
  [undefined, said(button()), true],
  ['abc', said(button('xyz')), false],
  ['abc', said({ ...button('abc'), action_id: 'call:0:again' }), false],
  ['abc', undefined, false],
  ['abc', { blocks: null }, false],
])('on Slack, pressing %s on %j', (value, message, counts) => {
  expect(onSlack(value, message)).toEqual(counts ? { channel: 'C1', ts: '5.1' } : undefined)
})

it('on Slack, where nobody else sees the message', () => {
  expect(onSlack('abc', undefined, true)).toBe('ephemeral')
})

it('looks through what is nested as deep as JSON can be', () => {
  let deep: unknown = { found: true }
  for (let depth = 0; depth < 5_000; depth++) deep = [{ deep }]
  expect(hasPart(deep, (part) => part.found === true)).toBe(false)
  expect(hasPart([[[{ a: { found: true } }]]], (part) => part.found === true)).toBe(true)
})
