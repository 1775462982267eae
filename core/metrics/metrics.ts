/** The port through which the program tells how much it does. No name in it is a person's, and none is without bounds. */

import type { Doubt } from '#core/payments/provider.ts'

/** Times are milliseconds. */
export interface Metrics {
  /** Names what can be called where, so that its counts begin at 0 instead of with the first call. */
  expect(calls: { commands: readonly string[]; platforms: readonly string[] }): void
  /** Names the payment providers, so that their counts begin at 0 too. */
  expectProviders(names: readonly string[]): void
  /** A call was answered: `outcome` is `done`, `fault` or the code of what was told. */
  answered(call: { command: string; platform: string; outcome: string }): void
  /** A platform was told that a call has arrived, so long after it came. */
  acknowledged(platform: string, took: number): void
  /** A call was not let in, since so much is under way of its person, in its team or of all. */
  turnedAway(platform: string, bound: string): void
  /** A generation came to its end: `delivered`, `repeated` for a free repeat, or the code of its failure. */
  ended(outcome: string): void
  /** The image model or the image host answered: `done`, or the code of its failure. */
  asked(vendor: 'model' | 'host', outcome: string, took: number): void
  /** The image model's vendor is owed so much more, in US dollars, as far as its prices are known. */
  spent(model: string, dollars: number): void
  /** Whole credits were written to the ledger; negative when they were taken. */
  moved(kind: string, credits: number): void
  /** A payment provider's message was taken: `done`, `forged`, `unreadable` or `failed`. */
  received(provider: string, outcome: string): void
  /** An order was credited, and its provider then said that it is `unpaid` or `fraudulent`. */
  doubted(provider: string, doubt: Doubt): void
  /** Whom to ask, whenever somebody reads, how many paid orders credit nobody, by provider. */
  watchUnclaimed(read: () => Promise<Readonly<Record<string, number>>>): void
  /** Whom to ask, whenever somebody reads, how many calls are under way, but for those whose pictures wait or are drawn. */
  watchCalls(read: () => number): void
  /** Whom to ask, whenever somebody reads, how many generations wait and run in this process. */
  watchQueue(read: () => { waiting: number; running: number }): void
  /** Whom to ask, whenever somebody reads, whether hosting fails, and how many generations wait for it. */
  watchHosting(read: () => { failing: boolean; waiting: number }): void
  /** Whom to ask, whenever somebody reads, whether the store fails. */
  watchStore(read: () => boolean): void
  /** Whom to ask, whenever somebody reads, which platforms there are and whether they are connected. */
  watchPlatforms(read: () => Readonly<Record<string, boolean>>): void
}

/** Metrics that somebody can read. */
export interface ReadableMetrics extends Metrics {
  /** In Prometheus' text format. */
  render(): Promise<{ contentType: string; body: string }>
}
