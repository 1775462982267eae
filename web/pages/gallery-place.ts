/** Where somebody is in their gallery: of which search and filters, on which page. Every address of it says so. */
import {
  cutText,
  type HistoryPlace,
  type Quality,
  qualities,
  readTeamName,
  type ToolKind,
  toolKinds,
} from '#core/index.ts'

/** All that is empty or false does not narrow it. */
export interface GalleryPlace {
  search: string
  tool: ToolKind | ''
  quality: Quality | ''
  /** A server or workspace, as `nameTeam` names it. */
  team: string
  favourites: boolean
  shared: boolean
  /** Days, as `2026-11-30`, in UTC; both belong to it. */
  from: string
  until: string
  /** Where the page starts, or ends; empty for the newest. */
  cursor: string
  isBefore: boolean
}

export const everything: GalleryPlace = {
  ...{ search: '', tool: '', quality: '', team: '', favourites: false, shared: false },
  ...{ from: '', until: '', cursor: '', isBefore: false },
}

/** What is no filter narrows nothing. */
export function readGalleryPlace(find: (name: string) => string | undefined): GalleryPlace {
  const team = (find('team') ?? '').slice(0, 100)
  return {
    search: cutText(find('search') ?? '', 200, ''),
    tool: toolKinds.find((each) => each === find('tool')) ?? '',
    quality: qualities.find((each) => each === find('quality')) ?? '',
    team: /^(discord|slack):./.test(team) ? team : '',
    favourites: find('favourites') === 'yes',
    shared: find('shared') === 'yes',
    from: readDay(find('from')),
    until: readDay(find('until')),
    cursor: (find('cursor') ?? '').slice(0, 200),
    isBefore: find('before') === 'yes',
  }
}

const readDay = (text = ''): string =>
  /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : ''

const oneDay = 24 * 60 * 60_000

/** What the core is asked for. */
export function findHistoryPlace(place: GalleryPlace): HistoryPlace {
  const { search, tool, quality, team, favourites, shared, from, until, cursor, isBefore } = place
  const { platform, id } = readTeamName(team)
  return {
    search,
    ...(tool && { tool }),
    ...(quality && { quality }),
    ...(favourites && { favourites }),
    ...(shared && { shared }),
    ...(team && { team: { platform, id } }),
    ...(from && { from: Date.parse(from) }),
    ...(until && { until: Date.parse(until) + oneDay }),
    ...(cursor && { cursor, isBefore }),
  }
}

/** By the names of fields and of what an address says; the empty ones are left out. */
export function listPlaceFields(place: GalleryPlace): [string, string][] {
  const { favourites, shared, isBefore, cursor, ...texts } = place
  const all = {
    ...texts,
    favourites: favourites ? 'yes' : '',
    shared: shared ? 'yes' : '',
    cursor,
    before: isBefore ? 'yes' : '',
  }
  return Object.entries(all).filter(([, value]) => value !== '')
}

/** A path that keeps the place, and says besides what was just `done`. */
export function renderPlacePath(path: string, place: GalleryPlace, done = ''): string {
  const query = new URLSearchParams(listPlaceFields(place))
  if (done !== '') query.set('done', done)
  return query.size > 0 ? `${path}?${query}` : path
}

export const galleryPath = '/account/pictures'

export const renderGalleryPath = (place: GalleryPlace, done = '') => renderPlacePath(galleryPath, place, done)

/** The newest of the same list. */
export const startOver = (place: GalleryPlace): GalleryPlace => ({ ...place, cursor: '', isBefore: false })

/** Whether more narrows it than words. */
export const isNarrowed = ({ tool, quality, team, from, until }: GalleryPlace): boolean =>
  [tool, quality, team, from, until].some((each) => each !== '')
