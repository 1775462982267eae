/** What the start page says is running. */

/** A plain account of the wiring; it holds no secret, because anybody may read it. */
export interface Status {
  /** Names as people know them: `Discord`, `Slack`, `Terminal`. */
  platforms: readonly string[]
  parts: readonly StatusPart[]
}

export interface StatusPart {
  /** The need, as `Image model`. */
  part: string
  /** What serves it, as `OpenAI gpt-image-2`. */
  using: string
  /** It does the work without an outside service: nothing it makes is the real thing. */
  standIn: boolean
}
