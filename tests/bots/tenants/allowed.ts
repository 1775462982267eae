/** What somebody who is not of a team may do all the same, and why. */

interface Allowance {
  /** Words of who may; everybody where absent. */
  who?: RegExp
  /** What it looks like among breaches. */
  what: RegExp
  why: string
}

const allowances: readonly Allowance[] = [
  {
    who: /\badmin of|was tied/,
    what: /^team \{"do":"tie","value".* (shows Canary-guild|(changes|adds) record team-tie \S+ telling Canary-guild)$/,
    why: 'an admin of the one team has given the code to an admin of the other, whom it tells whose it is; nothing is tied by it',
  },
  {
    what: /^give .* shows \w{16}$/,
    why: 'its button says to whom, sealed: nothing but a gift to them can be done with it',
  },
  {
    who: /^linked nowhere, there$/,
    what: /^vote .* (adds|changes) record vote /,
    why: 'whoever is there may vote, with an account or without',
  },
  {
    who: /was tied/,
    what: /^change \{"prompt":"[^"]*"\} adds generation \w+ telling \w+$/,
    why: 'what they made of a picture while they saw it is theirs to change, and keeps by its id what it was made of',
  },
  {
    who: /^(blocked|removed)|was tied/,
    what: /^favourite .* changes generation \w+ telling 4711$/,
    why: 'what they drew while they were let in is theirs, and keeps what cap it was held to',
  },
  {
    what: /^POST \/checkout\/test\/\S+ .* (adds|changes) (entry|record) \S+/,
    why: 'whoever has the address of a checkout may pay for it: the credits are its buyer’s, whoever pays',
  },
  {
    who: /^on the web/,
    what: /^(GET|POST) \/link\/\S+ .*(shows Canary-(guild|cyd)|record (link|code) \S+ telling .*)$/,
    why: 'the address is whose it was given to: it asks whether that chat is theirs, and only who chats there can finish it',
  },
  {
    who: /^on the web/,
    what: /^GET \/account\/export .* shows Canary-guild$/,
    why: 'of the link that they have just agreed to, the code is theirs until it ends',
  },
  {
    who: /^on the web, (blocked|removed|untied)$/,
    what: /^GET \/account\/export .* shows 4711$/,
    why: 'what they drew while they were let in is theirs, and keeps what cap it was held to',
  },
]

export const isAllowed = (name: string, breach: string): boolean =>
  allowances.some(({ who, what }) => (who?.test(name) ?? true) && what.test(breach))
