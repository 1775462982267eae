/** Where a command can be used, by whom, and through which installation. */
import { PermissionFlagsBits as bits } from 'discord-api-types/v10'
import { isObject, type Json } from './form.ts'
import { canSee, computePermissions } from './permissions.ts'
import type { Channel, User, World } from './world.ts'

/** The registered chat command by its first word, or one of another type by its name, as this person sees it in this channel; throws when it is not offered. */
export function requireOffered(world: World, person: User, channel: Channel, name: string, type = 1): Json {
  const command = [...world.commands.values()].find(
    (one) => one.name === name && Number(one.type ?? 1) === type,
  )
  if (!command) throw new Error(`No command /${name} is registered`)
  if (!canSee(channel, person)) throw new Error(`${person.username} does not see ${channel.name}`)
  const contexts = Array.isArray(command.contexts) ? command.contexts : [0, 1, 2]
  const offered =
    contexts.includes(findContext(channel)) && Object.keys(findOwners(world, person, channel, command)).length
  if (!offered) throw new Error(`/${name} is not offered in ${channel.name}`)
  requireGuildRights(person, channel, command)
  return command
}

function requireGuildRights(person: User, channel: Channel, command: Json): void {
  if (!channel.guild) return
  const granted = computePermissions(channel, person)
  const asked = command.default_member_permissions
  const demanded = asked === '0' ? bits.Administrator : BigInt(typeof asked === 'string' ? asked : 0)
  if (!(granted & bits.UseApplicationCommands) || (granted & demanded) !== demanded) {
    throw new Error(`${person.username} may not use /${command.name} in ${channel.name}`)
  }
}

/** 0 in a guild, 1 in a direct message with the bot, 2 between people. */
export function findContext(channel: Channel): number {
  if (channel.kind === 'text') return 0
  return channel.kind === 'dm' ? 1 : 2
}

/**
 * `authorizing_integration_owners`: by which installations the command reaches here. A guild's
 * installation is `0` in direct messages too, where there is no guild to name.
 */
export function findOwners(
  world: World,
  person: User,
  channel: Channel,
  command?: Json,
): Record<string, string> {
  const types =
    isObject(command) && Array.isArray(command.integration_types) ? command.integration_types : [0, 1]
  const shares = [...world.guilds.values()].some(
    ({ installed, members }) => installed && members.has(person.id),
  )
  const owners: Record<string, string> = {}
  if (types.includes(0)) {
    if (channel.guild?.installed) owners[0] = channel.guild.id
    else if (channel.kind === 'dm' && shares) owners[0] = '0'
  }
  if (types.includes(1) && person.installed) owners[1] = person.id
  return owners
}
