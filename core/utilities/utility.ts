/** What a utility is: a picture tool that costs nothing and needs no account. */

/** A file that a utility made. */
export interface MadeFile {
  bytes: Uint8Array<ArrayBuffer>
  /** With its ending. */
  name: string
  /** The media type. */
  mime: string
}

/** What a utility answers with; it may tell more of what it made. */
export interface Made {
  files: readonly MadeFile[]
}

/** Just one file. */
export interface MadeOne extends Made {
  files: readonly [MadeFile]
}

/**
 * The work itself: a plain function of what it is given, which crosses to another thread by being copied, as does the
 * answer; only the files of an answer are handed over, so that it keeps none of them. Rejects with a `CoreError` for what a
 * person can put right.
 */
export type Job<Input, Output extends Made> = (input: Input) => Promise<Output>

/** One utility, as its thread finds it. */
export interface Utility {
  /** Milliseconds of work after which it is given up. */
  deadline: number
  /** Loads the work, which nothing else needs. */
  load(): Promise<Job<never, Made>>
}
