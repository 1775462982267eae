/** What the pages say of the site itself. */

/** Who runs it, as the privacy policy names them. */
export interface Operator {
  name: string
  address?: string
  email?: string
  /** The day of the policy, such as 2026-11-01. */
  privacyDate?: string
}
