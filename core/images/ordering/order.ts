/** What a person asked for, not yet checked. */
import type { Origin } from '#core/chat.ts'
import type { Background, Quality } from '#core/images/generation.ts'
import type { Brought } from './intake.ts'

/** What a person asked for, not yet checked. */
export interface ImageOrder {
  /** The account that it is for. */
  owner: string
  call: string
  origin: Origin
  prompt: string
  /** A named size or `WIDTHxHEIGHT`; default `square`. */
  size?: string
  quality?: Quality
  count?: number
  background?: Background
  private?: boolean
  /** What it is drawn from, as `Sources.startFrom` and `nameResults` answer. */
  sources?: readonly string[]
  /** Pictures that the person brings along, to be drawn from besides. */
  brought?: readonly Brought[]
  /** Draw it even if the account has the same picture already. */
  fresh?: boolean
  /** Ordered as an earlier picture was: what the model does not take (any more) is replaced by what comes nearest. */
  fits?: boolean
}

/** The account whose credits an order takes: its owner's own. */
export const payerOf = ({ owner }: Pick<ImageOrder, 'owner'>) => owner
