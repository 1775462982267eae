/** The core: what imgsrc bot does, without any of the places it is done in. */
export { longestDifference } from '#core/clock.ts'
export {
  type ChatUser,
  namesOf,
  type Origin,
  type PictureCopy,
  type Place,
  type PlatformName,
  type Post,
  type RemoveCopy,
  type Retract,
  type Thread,
} from './chat.ts'

import { createLowBalance } from '#core/accounts/low-balance.ts'
import { createPeople, type People } from '#core/accounts/people.ts'
import { type Credits, createCredits } from '#core/credits/credits.ts'
import { createLedger } from '#core/credits/ledger.ts'
import { createGalleries, type Galleries } from '#core/history/galleries.ts'
import { createHistory, type History } from '#core/history/history.ts'
import { createThreads, type Threads } from '#core/history/threads.ts'
import { type ShownPictures, showPictures } from '#core/hosting/shown-pictures.ts'
import type { Prices } from '#core/images/charging/prices.ts'
import { type Copies, createCopies } from '#core/images/copies.ts'
import { createEngine } from '#core/images/engine.ts'
import type { Images } from '#core/images/images.ts'
import type { Sources } from '#core/images/sources/sources.ts'
import { measurePorts, measurePurchases } from '#core/metrics/measure.ts'
import type { ReadableMetrics } from '#core/metrics/metrics.ts'
import { watchParts } from '#core/metrics/watch-parts.ts'
import { claimWhenLinked, openPurchases } from '#core/payments/open-purchases.ts'
import type { Purchases } from '#core/payments/purchases.ts'
import type { TestCheckout } from '#core/payments/test-checkout.ts'
import { createStoreLease } from '#core/process/store-lease.ts'
import { warnAtStart } from '#core/process/warn-at-start.ts'
import { createMonthEnds } from '#core/reports/month-ends.ts'
import { createReports, type Reports } from '#core/reports/reports.ts'
import { createDurableHash } from '#core/secrets/keyed-hash.ts'
import { createSeals, type Seals } from '#core/secrets/seals.ts'
import { createScrubbing } from '#core/store/scrubbing.ts'
import { watchSkew } from '#core/store/skew.ts'
import { type StoreTrouble, watchStore } from '#core/store/watch-store.ts'
import { type ChoosePayer, createChoosePayer } from '#core/teams/choose-payer.ts'
import { type Asking, openAsking } from '#core/teams/open-asking.ts'
import { openTeamNotes } from '#core/teams/open-team-notes.ts'
import { createTeams, type Teams } from '#core/teams/teams.ts'
import { createUtilities, type Utilities } from '#core/utilities/utilities.ts'
import type { Ports, Rules } from './ports.ts'

export * from '#core/accounts/offered.ts'
export * from '#core/credits/offered.ts'
export type * from '#core/history/offered.ts'
export { kindOf, type ToolKind, toolKinds } from '#core/history/tool-kinds.ts'
export { holdFile } from '#core/hosting/held-file.ts'
export { type ComposeSheet, createSheets, type OnSheet } from '#core/hosting/sheet.ts'
export { type Thumbnail, type ThumbnailWidth, thumbnailWidths } from '#core/hosting/thumbnail.ts'
export type { Background, Quality } from '#core/images/asked.ts'
export { listPresetPrices } from '#core/images/charging/preset-prices.ts'
export {
  findPrice,
  largestUsual,
  type Prices,
  qualities,
  usualPrices,
} from '#core/images/charging/prices.ts'
export type { Generation, Picture } from '#core/images/generation.ts'
export type { HistoryCount } from '#core/images/generation-store.ts'
export type { Job, Progress } from '#core/images/images.ts'
export { everyAbility, type ModelAbilities } from '#core/images/model-abilities.ts'
export { joinTaken, listModels } from '#core/images/models.ts'
export { listSizes } from '#core/images/ordering/fit-asked.ts'
export { mostReferences } from '#core/images/ordering/intake.ts'
export { askOfOne } from '#core/images/ordering/of-one.ts'
export { backgrounds, largestCount, priceOrder } from '#core/images/ordering/read-asked.ts'
export {
  findNumber,
  listNumbered,
  namePicture,
  readPictureName,
  renderPictureName,
} from '#core/images/picture-name.ts'
export type { Fields, Preset } from '#core/images/presets/preset.ts'
export {
  fieldNames,
  findPreset,
  isPreset,
  type PresetName,
  presetNames,
  presets,
} from '#core/images/presets/presets.ts'
export {
  createStyleSheets,
  findStyleSheet,
} from '#core/images/samples/style-sheets.ts'
export { listPosts } from '#core/images/shared-posts.ts'
export { isSize, namedSizes, sizeRules } from '#core/images/sizes.ts'
export { findParent, nameResults } from '#core/images/sources/source-names.ts'
export { longestPrompt } from '#core/images/tools.ts'
export { isAnyShared, isPublic } from '#core/images/visible.ts'
export { readLanguage } from '#core/languages/accepted.ts'
export type { Words } from '#core/languages/en.ts'
export { languages, speak } from '#core/languages/languages.ts'
export { bold, code, joinTexts, say, type Text, type TextPart } from '#core/languages/text.ts'
export type { Metrics, ReadableMetrics } from '#core/metrics/metrics.ts'
export type * from '#core/operations/offered.ts'
export { type Comparison, comparePacks, type Money } from '#core/payments/compare-packs.ts'
export type { OfferedPack } from '#core/payments/offers.ts'
export type { Purchases } from '#core/payments/purchases.ts'
export type { Receipt, TeamOrderEntry } from '#core/payments/receipts.ts'
export { isTeamCheckout, sealTeamCheckout } from '#core/payments/team-checkout.ts'
export type { TestCheckout, TestPurchase } from '#core/payments/test-checkout.ts'
export { warnOfSales } from '#core/payments/warn-of-sales.ts'
export { changeRecord, putRecord } from '#core/records/change-record.ts'
export { createRounds } from '#core/records/rounds.ts'
export * from '#core/reports/offered.ts'
export { isSameSecret } from '#core/secrets/is-same.ts'
export type { SealingKeys } from '#core/secrets/sealing-keys.ts'
export type { Seals } from '#core/secrets/seals.ts'
export { VersionError } from '#core/store/opening.ts'
export * from '#core/teams/offered.ts'
export * from '#core/utilities/offered.ts'
export { type Bound, type Bounds, createAdmission, type Entrant, type Seat } from './admission.ts'
export { countCharacters, cutText, findRoom, splitCharacters } from './characters.ts'
export { createGate } from './gate.ts'
export { createSparseLog, type Log, logFailure } from './log.ts'
export { mustAct, OperatorFault } from './operator-fault.ts'
export type * from './outbound.ts'
export { nobody } from './outbound.ts'
export type { Ports, Rules } from './ports.ts'
export { type Version, version } from './store/version.ts'
export { deepestCause, readVendorAnswer, type VendorAnswer } from './vendor-answer.ts'

export interface Core extends People, Galleries, Asking, ShownPictures {
  publicUrl: string
  prices: Prices
  seals: Seals
  credits: Credits
  /** `choosePayer`: whose credits an order would take as things stand. */
  images: Images & Pick<Sources, 'startFrom'> & { choosePayer: ChoosePayer }
  history: History
  threads: Threads
  teams: Teams
  reports: Reports
  utilities: Pick<Utilities, 'run'>
  purchases: Purchases
  /** Where the web module serves the test checkout itself. */
  testCheckout?: TestCheckout
  /** For platforms that keep files of their own which show hosted pictures. */
  copies: Pick<Copies, 'note'>
  /** Absent where nobody reads any. */
  metrics?: ReadableMetrics
  /** Resolves when the store can be read and written; rejects with `store-unavailable`. */
  check(): Promise<void>
  /** What the store fails with, and since when; undefined while it works, as far as is known. */
  findStoreTrouble(): StoreTrouble | undefined
  /**
   * Takes up what an earlier process left unfinished, and goes on looking for it; compares orders with the payment
   * providers. Credits that came run the order that was held for them, or the buyer is told. Rejects where the store was,
   * or is being, carried to another.
   */
  start(): Promise<void>
  /** Accepts no more orders, gives running ones up to `patience` milliseconds, leaves waiting ones to be taken up again. */
  stop(patience: number): Promise<void>
  /** Closes the store, once all calls have been answered. */
  close(): Promise<void>
}

export function createCore(given: Ports, rules: Rules): Core {
  const { clock, metrics } = given
  const watched = { ...given, store: watchStore(given.store, given) }
  const { host, ...measured } = metrics ? measurePorts(watched, metrics, clock) : watched
  const { store } = measured
  const copies = createCopies({ ...measured, records: store.records })
  const ports = { ...measured, host: copies.watch(host) }
  const { generations, records } = store
  const listTakenOver = (account: string) => aliases.list(account)
  const teamNotes = openTeamNotes({ ...ports, records, entries: store.ledger, listTakenOver })
  const { tell: tellTeam, tellIn } = teamNotes.notes
  const lowBalance = createLowBalance({ ...ports, records, entries: store.ledger }, rules)
  const ledger = lowBalance.watch(teamNotes.watch(createLedger(store.ledger, clock)))
  const stopped = new AbortController()
  const onRemoved = createScrubbing({ ...ports, stopped: stopped.signal })
  const hash = createDurableHash(ports.durableSecret)
  const teams = createTeams({ ...ports, ...store, hash, tellTeam, tellIn })
  const choosePayer = createChoosePayer({ ...ports, records, hash, ledger, listTakenOver })
  const takeRepeat = (account: string) => people.accountLimits.take('repeat', account)
  const ordering = { ledger, entries: store.ledger, takeRepeat, onRemoved, choosePayer }
  const engine = createEngine({ ...ports, ...store, ...ordering }, rules)
  const { hosting, sources, removals, worker, recovery, heldOrderPlacing } = engine
  const parts = { ...ports, ledger, lowBalance, hosting, generations, sources, removals, tellTeam }
  const { people, chores, heldCalls, aliases } = createPeople(parts, rules)
  const purchases = openPurchases({ ...parts, ...rules, aliases, heldOrderPlacing })
  if (metrics) watchParts(metrics, { ...ports, purchases, worker, hosting, store: watched.store })
  const storeLease = createStoreLease({ ...parts, records, requireVersion: store.requireVersion })
  const skew = watchSkew(ports)
  const seals = createSeals(hash)
  const { placeFor } = heldOrderPlacing
  const asking = { ...ports, ...people, records, hash, teams, seals, listTakenOver, placeFor }
  const { audience, teamAccess, capRequests } = openAsking({ ...asking, kept: engine.keptOrders })
  const history = createHistory({ ...parts, ...audience })
  const galleries = createGalleries({ ...parts, ...people, history, teams, records, hash, listTakenOver })
  const monthEnds = createMonthEnds({ ...ports, ...store, ...galleries, notes: teamNotes.notes })
  const utilities = createUtilities({ ...ports, records, hash }, rules)
  const testCheckout = ports.providers.find((each): each is TestCheckout => 'findPurchase' in each)
  return {
    ...people,
    links: claimWhenLinked(people.links, [purchases.claim, galleries.votes.adopt, heldCalls.begin]),
    publicUrl: ports.publicUrl,
    prices: rules.prices,
    seals,
    credits: createCredits(ledger, store.ledger),
    images: { ...engine.images, startFrom: sources.startFrom, choosePayer },
    history,
    ...galleries,
    threads: createThreads({ ...parts, ...audience, records, listTakenOver }),
    teams: { ...teams, isBlocked: audience.isBlocked },
    ...{ teamAccess, capRequests },
    reports: createReports({ ...store, clock, aliases }),
    utilities,
    ...showPictures(ports.host),
    copies,
    check: store.check,
    findStoreTrouble: watched.store.findTrouble,
    purchases: metrics ? measurePurchases(purchases, metrics) : purchases,
    ...(metrics && { metrics }),
    ...(testCheckout && { testCheckout }),
    async start() {
      for (const each of [storeLease, recovery, chores, heldOrderPlacing, capRequests]) await each.start()
      copies.startLater()
      purchases.start()
      teamNotes.start()
      for (const each of [heldCalls, monthEnds]) void each.start()
      warnAtStart(ports, rules)
      skew?.startLater()
    },
    async stop(patience) {
      stopped.abort()
      void skew?.stop()
      hosting.stop()
      await Promise.all([heldCalls.stop(), worker.stop(patience), utilities.stop(patience)])
      const notes = [capRequests, monthEnds, teamNotes, lowBalance]
      const inTurn = [recovery, ...notes, heldOrderPlacing, chores, copies, purchases, storeLease]
      for (const each of inTurn) await each.stop()
    },
    close: store.close,
  }
}
