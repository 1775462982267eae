/** The people of a team, and those who are to see none of it, by what each is to the team. */
import type { ChatUser } from '#core/index.ts'

export interface Person {
  user: ChatUser
  /** Where they ask; none in direct messages. */
  team?: string
  admin?: boolean
  /** The secrets that are shown where they are, of whatever name. */
  sees?: RegExp
}

const discord = (user: string, name: string): ChatUser => ({ platform: 'discord', user, name })
const slack = (user: string, name: string): ChatUser => ({ platform: 'slack', user, name })

export const ann: Person = { user: discord('A1', 'Ann Canary-ann'), team: 'G1', admin: true }
export const ben: Person = { user: discord('A2', 'Ben Canary-ben'), team: 'G1' }
/** Of a workspace of an Enterprise Grid organisation, which is a team of its own. */
export const greta: Person = { user: slack('E1:A3', 'Greta Canary-greta'), team: 'E1:T5', admin: true }
/** Whoever has asked for a link, and not finished it. */
export const cyd: Person = { user: discord('A9', 'Cyd Canary-cyd'), team: 'G1' }

const blake = discord('B1', 'Blake')
const rea = discord('R1', 'Rea')
const yan = discord('Y1', 'Yan')
const xen = discord('X1', 'Xen')
const elsewhere = { team: 'G2', admin: true } as const

/** What is shown in a workspace is shown in all of its organisation. */
const ofOrganisation = /^canary-(org|greta)$|shown in the organisation/i
/** What is shared in the gallery is for all who are there, and the settings of none. */
const inGallery = /^canary-(shared|four|gallery|ann|guild)$|shared in the gallery/i

export const attackers: Readonly<Record<string, Person>> = {
  'of another server': { user: xen, team: 'G2' },
  'an admin of another server': { user: discord('X2', 'Xia'), ...elsewhere },
  'an admin of another workspace': { user: slack('T9:X3', 'Xav'), team: 'T9', admin: true },
  'an admin of another organisation': { user: slack('E9:X4', 'Xyl'), team: 'E9:T5', admin: true },
  'an admin of an organisation of a shorter name': {
    ...{ user: slack('E:X7', 'Xun'), team: 'E:T5', admin: true },
  },
  'an admin of another workspace of an organisation': {
    ...{ user: slack('E1:X6', 'Xor'), team: 'E1:T6', admin: true },
    sees: ofOrganisation,
  },
  'linked nowhere': { user: discord('X5', 'Xul'), ...elsewhere },
  'an admin of another server, linked since': { user: discord('X8', 'Xim'), ...elsewhere },
  'linked nowhere, there': { user: discord('N1', 'Nil'), team: 'G1', sees: inGallery },
  'in direct messages': { user: xen },
  'blocked, there': { user: blake, team: 'G1' },
  'blocked, in direct messages': { user: blake },
  'blocked, as admin of another server': { user: blake, ...elsewhere },
  'blocked, where it is tied to, by another name': { user: slack('T1:B1', 'Blake'), team: 'T1', admin: true },
  'blocked, with another account since': { user: slack('T1:B2', 'Bo'), team: 'T1', admin: true },
  'removed, in direct messages': { user: rea },
  'removed, as admin of another server': { user: rea, ...elsewhere },
  'of a server that was tied to it once': { user: yan, team: 'G3', admin: true },
}

/** By the name of their mail: whom they chat as. */
export const accounts: Readonly<Record<string, readonly ChatUser[]>> = {
  ann: [ann.user],
  ben: [ben.user],
  greta: [greta.user],
  blocked: [blake, slack('T1:B1', 'Blake')],
  // Until they are blocked.
  moved: [discord('B2', 'Bo'), slack('T1:B2', 'Bo')],
  removed: [rea],
  untied: [yan],
  other: [xen, slack('T9:X3', 'Xav')],
}

/** Signed in to nothing, but known. */
export const unsigned = [
  'an admin of another server',
  'an admin of another organisation',
  'an admin of an organisation of a shorter name',
  'an admin of another workspace of an organisation',
].flatMap((name) => attackers[name] ?? [])

/** Let in once, and what became of that. */
export const former = { blake, bo: discord('B2', 'Bo'), boOnSlack: slack('T1:B2', 'Bo'), rea, yan }
