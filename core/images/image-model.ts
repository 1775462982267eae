/** The port through which pictures are drawn. */
import type { ImageSpec, Usage } from './generation.ts'
import type { ModelAbilities } from './model-abilities.ts'

/** What the model drew. */
export interface Drawing {
  /** As many as the spec's `count`, encoded as PNG or JPEG. */
  pictures: readonly Uint8Array<ArrayBuffer>[]
  usage?: Usage
}

export interface DrawOptions {
  /** The generation it is for, to find the vendor's request in the log. */
  generation?: string
  /** Aborting gives the vendor request up; `draw` then rejects. */
  signal: AbortSignal
  /** To be awaited before asking the vendor once more. Rejects when it must not be asked any more. */
  turn?: () => Promise<void>
  /** An opaque, stable digest of the account, for the vendor's abuse checks. */
  safetyIdentifier: string
  /** The bytes of the pictures named by the spec's `sources`, in their order. */
  sources: readonly Uint8Array<ArrayBuffer>[]
  /** Called with an unfinished picture, encoded, if the model shows any. */
  onPartial?: (picture: Uint8Array<ArrayBuffer>) => void
}

/** Rejects with a `CoreError` of a `FailureCode`; its `cause` is what the vendor said. */
export interface ImageModel {
  /** Part of the cache key. */
  readonly id: string
  /** What it takes; absent for one that takes everything, or of which that is not known. */
  readonly abilities?: ModelAbilities
  /** At most one purchase, whatever happens. */
  draw(spec: ImageSpec, options: DrawOptions): Promise<Drawing>
  /** The day the vendor will shut this model down (YYYY-MM-DD), if it has said so; undefined on any trouble. */
  findShutdownDate?(): Promise<string | undefined>
}
