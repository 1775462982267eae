/** What a person asked for, not yet checked. */
import type { Origin } from '#core/chat.ts'
import type { Asked, Background, Quality } from '#core/images/asked.ts'
import type { Fields } from '#core/images/presets/preset.ts'
import type { PresetName } from '#core/images/presets/presets.ts'
import type { ToolName } from '#core/images/tools.ts'
import type { Brought } from './intake.ts'

/** What a person asked for, not yet checked. */
interface Order {
  /** The account that it is for. */
  owner: string
  call: string
  origin: Origin
  /** How it is asked for; default `imagine`. */
  tool?: ToolName
  /** Of a preset: what was filled in, by the names of its fields. */
  fields?: Fields
  /** A named size or `WIDTHxHEIGHT`; default `square`. */
  size?: string
  quality?: Quality
  count?: number
  background?: Background
  /** The id of the image model; whichever is the first where none is named. */
  model?: string
  private?: boolean
  /** What it is drawn from, as `Sources.startFrom` and `nameResults` answer. */
  sources?: readonly string[]
  /** Pictures that the person brings along, to be drawn from besides. */
  brought?: readonly Brought[]
  /** Draw it even if the account has the same picture already. */
  fresh?: boolean
  /** `own`: its owner has said that they pay. `team`: nobody but their team. Whoever is to, by what the team settled, where absent. */
  pays?: 'own' | 'team'
}

/**
 * `like`: what an earlier picture was asked for as. Options that are not given are as they were then, whatever is offered
 * today; what the model does not take (any more) is replaced by what comes nearest.
 */
export type ImageOrder = Order &
  (
    | { prompt: string; like?: never }
    | { prompt?: string; like: Asked }
    | { tool: PresetName; fields: Fields; prompt?: never; like?: never }
  )
