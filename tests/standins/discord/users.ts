/** Users as Discord's API shows them. */
import type { Json } from './form.ts'
import type { Member, User } from './world.ts'

export function renderUser(user: User): Json {
  return {
    id: user.id,
    username: user.username,
    global_name: user.bot ? null : user.username,
    discriminator: user.bot ? '0001' : '0',
    avatar: null,
    public_flags: 0,
    flags: 0,
    primary_guild: null,
    bot: user.bot,
  }
}

/** A guild's member without their user, as interactions resolve it. */
export function renderMember(member: Member, permissions: bigint): Json {
  return {
    nick: null,
    avatar: null,
    banner: null,
    roles: [],
    joined_at: new Date(member.joinedAt).toISOString(),
    premium_since: null,
    communication_disabled_until: null,
    deaf: false,
    mute: false,
    pending: false,
    flags: 0,
    permissions: String(permissions),
  }
}
