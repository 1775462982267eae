/** Reaches people without a call: shows pictures whose call is gone, takes posts back. */
import { CoreError } from '#core/errors.ts'
import {
  type ChatUser,
  type Core,
  type Generation,
  type Outbound,
  type Place,
  type RemoveCopy,
  type Retract,
  speak,
  type TeamNote,
} from '#core/index.ts'
import { inLanguage } from './in-language.ts'
import { renderCapNews } from './messages/cap-request.ts'
import type { LinkChannel } from './messages/channel-name.ts'
import { renderGreeting } from './messages/examples.ts'
import { type Audience, renderPicture } from './messages/picture.ts'
import { renderFailure } from './messages/refusal.ts'
import { renderGalleryPost } from './messages/sharing.ts'
import { renderTeamNote } from './messages/team-note.ts'
import type { Platform, Spoken } from './platform.ts'
import { findSteps } from './show-again.ts'
import { wordsForPlace, wordsOf } from './words-for.ts'

interface Showing {
  core: Core
  platforms: readonly Platform[]
}

/** What the platform of that name does so, where it runs and can. Throws `not-connected`, with `present` also while it is away. */
export function requireWay<Way extends 'retract' | 'removeCopy' | 'post' | 'edit' | 'send' | 'recall'>(
  platforms: readonly Platform[],
  { platform: name }: Pick<Place, 'platform'>,
  way: Way,
  { present = false } = {},
): NonNullable<Platform[Way]> {
  const platform = platforms.find((each) => each.name === name)
  const act = platform?.[way]
  if (!act || (present && platform?.trouble?.())) throw new CoreError('not-connected', {})
  return act
}

/** Sends by whichever of these platforms the place belongs to. Rejects with `not-connected` when that one is not running. */
export function createSend(platforms: readonly Platform[]): Platform['send'] {
  return async (origin, user, message) => {
    await requireWay(platforms, origin, 'send')(origin, user, message)
  }
}

/** Takes back a post by whichever of these platforms it was made on. Rejects with `not-connected`. */
export function createRetract(platforms: readonly Platform[]): Retract {
  return async (post) => {
    await requireWay(platforms, post, 'retract')(post)
  }
}

export const createLinkChannel =
  (platforms: readonly Platform[]): LinkChannel =>
  (channel) =>
    platforms.find(({ name }) => name === channel.platform)?.link?.(channel)

/** In the language of whoever reads it there. */
async function renderNote({ core, platforms }: Showing, place: Place, note: TeamNote): Promise<Spoken> {
  if (note.kind === 'greeting') {
    const words = speak(note.locale)
    return inLanguage(words, renderGreeting(words, core.prices), place.platform)
  }
  const words = await wordsForPlace(core, place)
  return inLanguage(words, renderTeamNote(words, note, createLinkChannel(platforms)), place.platform)
}

/** Tells a team's admins by whichever of these platforms their channel is on. Rejects with `not-connected`. */
export function createTellTeam({ core, platforms }: Showing): Outbound['tellTeam'] {
  return async (place, note) => {
    const post = requireWay(platforms, place, 'post')
    return await post(place, await renderNote({ core, platforms }, place, note))
  }
}

/** Says something else there, by whichever of these platforms it is on. Rejects with `not-connected`, also while that one is away. */
export function createChangeTold({ core, platforms }: Showing): Outbound['changeTold'] {
  return async (post, note) => {
    const edit = requireWay(platforms, post, 'edit', { present: true })
    await edit(post, await renderNote({ core, platforms }, post, note))
  }
}

/** Tells whoever asked for more credits, and them alone, what became of that. */
export function createTellAsker({ core, platforms }: Showing): Outbound['tellAsker'] {
  const send = createSend(platforms)
  return async (asker, news) => {
    const { origin } = asker
    const words = wordsOf(origin, true)
    const told = inLanguage(words, renderCapNews(words, news), origin.platform)
    await send(origin, await requireAsker(core, asker), told)
  }
}

/** Posts by whichever of these platforms the gallery is on. Rejects with `not-connected`, also while that one is away. */
export function createPostShared({ core, platforms }: Showing): Outbound<Generation>['postShared'] {
  return async (place, show) => {
    const post = requireWay(platforms, place, 'post', { present: true })
    const words = await wordsForPlace(core, place)
    return await post(place, inLanguage(words, renderGalleryPost(words, show, core.prices), place.platform))
  }
}

/** Changes a post on whichever of these platforms it was made. Rejects with `not-connected`, also while that one is away. */
export function createChangeShared({ core, platforms }: Showing): Outbound<Generation>['changeShared'] {
  return async (post, show) => {
    const edit = requireWay(platforms, post, 'edit', { present: true })
    const words = await wordsForPlace(core, post)
    await edit(post, inLanguage(words, renderGalleryPost(words, show, core.prices), post.platform))
  }
}

/** Takes away a file by whichever of these platforms keeps it. Rejects with `not-connected`. */
export function createRemoveCopy(platforms: readonly Platform[]): RemoveCopy {
  return async (copy) => {
    await requireWay(platforms, copy, 'removeCopy')(copy)
  }
}

/** Who asked for it there, if they are still tied to the account; else another of its identities on that platform. */
async function requireAsker(
  core: Core,
  { owner, origin }: Pick<Generation, 'owner' | 'origin'>,
): Promise<ChatUser> {
  const identities = await core.accounts.listIdentities(owner)
  const there = identities.filter(({ platform }) => platform === origin.platform)
  const user = there.find((identity) => identity.user === origin.address.user) ?? there[0]
  if (!user) throw new CoreError('not-linked', {})
  return user
}

/** Shows by these platforms what the core would have shown. */
export function createDeliver({ core, platforms }: Showing): Outbound<Generation>['deliver'] {
  const send = createSend(platforms)

  return async (generation) => {
    const user = await requireAsker(core, generation)
    const { origin, payer } = generation
    if (generation.failure) {
      const words = wordsOf(origin, true)
      return await send(origin, user, inLanguage(words, renderFailure(words, generation), origin.platform))
    }
    const words = wordsOf(origin, generation.private)
    const audience: Audience = generation.private
      ? { private: true, balance: await core.credits.findBalance(payer) }
      : { private: false, asker: user.name }
    const inTeam = origin.team !== undefined
    const common = { prices: core.prices, inTeam, steps: await findSteps(core, generation) }
    const picture = renderPicture(words, generation, { ...audience, ...common })
    await send(origin, user, inLanguage(words, picture, origin.platform))
  }
}
