/** A person types a slash command. */
import { ApiError } from '../api-error.ts'
import { escapeText } from '../blocks/shape.ts'
import type { Channel } from '../channel.ts'
import type { Acknowledgement } from '../delivery.ts'
import type { Args } from '../http.ts'
import { type ActionOptions, Interaction } from '../interaction.ts'
import { plainContent, postMessage } from '../message.ts'
import type { Person } from '../person.ts'
import { createHook, useHook } from '../response-url.ts'
import { createTrigger } from '../triggers.ts'
import { findInstallation, type Hook, type World } from '../world.ts'

/** Where it is typed and how that is delivered. */
export interface SlashOptions extends ActionOptions {
  /** Typed in a thread, where Slack runs no app's commands. */
  threadTs?: string
}

/** Slack itself refuses it in a thread, for an unknown command and without the `commands` scope: then nothing is sent. */
export function slash(
  world: World,
  person: Person,
  given: { channel: Channel; command: string; text: string; options: SlashOptions },
): Interaction {
  const { channel, command, text, options } = given
  const installation = findInstallation(world, person.team)
  const known = world.settings.commands?.includes(command) ?? true
  const { id } = createTrigger(world, person, undefined)
  const refusal = options.threadTs
    ? `${command} is not supported in threads. Sorry!`
    : !installation?.scopes.includes('commands') || !known
      ? `${command} is not a valid command.`
      : undefined
  if (refusal || !installation) {
    const refused = new Interaction(world, person, { id, parcel: undefined })
    complain(world, person, channel, refusal ?? '', id)
    return refused
  }
  const { botUserId } = installation
  const { url, hook } = createHook(world, {
    kind: 'command',
    channel,
    person,
    source: undefined,
    cause: id,
    botUserId,
  })
  const { enterprise } = person.team
  const payload = {
    token: world.settings.verificationToken,
    team_id: person.team.id,
    team_domain: person.team.domain,
    ...(enterprise && { enterprise_id: enterprise.id, enterprise_name: enterprise.name }),
    channel_id: channel.id,
    channel_name: channel.payloadName,
    user_id: person.id,
    user_name: person.name,
    command,
    text: escapeText(text.trim()),
    api_app_id: world.settings.id,
    is_enterprise_install: String(installation.enterprise !== undefined),
    response_url: url,
    trigger_id: id,
  }
  return new Interaction(world, person, {
    id,
    parcel: { kind: 'command', payload, acceptsAnswer: true },
    options,
    apply: (ack) => apply(world, hook, `${command} ${text}`.trim(), ack),
  })
}

async function apply(world: World, hook: Hook, typed: string, ack: Acknowledgement): Promise<void> {
  const { person, channel, cause } = hook
  const [command] = typed.split(' ')
  if (!ack.ok)
    return complain(world, person, channel, `${command} failed with the error "${ack.error}"`, cause)
  if (ack.body === undefined || ack.body === '') return
  const args: Args =
    typeof ack.body === 'object' && ack.body !== null ? { ...ack.body } : { text: String(ack.body) }
  if (args.response_type === 'in_channel') {
    postMessage(world, { channel, user: person.id, cause }, plainContent(escapeText(typed)), 'person')
  }
  const silent = ['text', 'blocks', 'attachments'].every((key) => args[key] === undefined)
  if (silent) return
  try {
    await useHook(world, hook, args, 'ack')
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    complain(world, person, channel, `${command} failed with the error "${error.code}"`, cause)
  }
}

/** Slack's own words to that person alone. */
export function complain(world: World, person: Person, channel: Channel, text: string, cause: string): void {
  postMessage(world, { channel, user: 'USLACKBOT', onlyFor: person.id, cause }, plainContent(text), 'slack')
}
