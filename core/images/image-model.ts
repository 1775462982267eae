/** The port through which pictures are drawn. */
import type { Background, Quality } from './asked.ts'
import type { Usage } from './generation.ts'
import type { InputFidelity, ModelAbilities } from './model-abilities.ts'
import type { Size } from './sizes.ts'

/** What is sent to the model. */
export interface DrawRequest {
  /** With what the tool adds to the words of the person. */
  prompt: string
  /** One that the model takes. */
  size: Size
  quality: Quality
  /** 1 to 4 pictures. */
  count: number
  background: Background
  /** The bytes of the pictures that it is drawn from. */
  sources: readonly Uint8Array<ArrayBuffer>[]
  /** A wish: kept by models that can be asked for it, and otherwise nothing is said of it. */
  inputFidelity?: InputFidelity
  output: 'png'
  /** Words are set over it afterwards: a stand-in writes none of its own. */
  wordless?: true
}

/** What the model drew. */
export interface Drawing {
  /** As many as the request's `count`, encoded as PNG or JPEG. */
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
  /** Called with an unfinished picture, encoded, if the model shows any; its bytes are given away. */
  onPartial?: (picture: Uint8Array<ArrayBuffer>) => void
}

/** Rejects with a `CoreError` of a `FailureCode`; its `cause` is what the vendor said. */
export interface ImageModel {
  /** Part of the cache key. */
  readonly id: string
  /** What it takes; absent for one that takes everything, or of which that is not known. */
  readonly abilities?: ModelAbilities
  /** At most one purchase, whatever happens. */
  draw(request: DrawRequest, options: DrawOptions): Promise<Drawing>
  /** The day the vendor will shut this model down (YYYY-MM-DD), if it has said so; undefined on any trouble. */
  findShutdownDate?(): Promise<string | undefined>
}
