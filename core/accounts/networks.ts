/** Where somebody asks from, for counting: the networks a client is in, each within the next. */

/**
 * Names of networks, in CIDR notation; all three are `unknown` where nobody can tell. Used for abuse limits, and stored
 * as keyed digests at most.
 */
export interface Networks {
  /** What one machine, household or office has: an IPv4 address, an IPv6 /64. */
  host: string
  /** What one customer of a provider has: the IPv4 address again, an IPv6 /56. */
  site: string
  /** What one customer may have at most: an IPv4 /24, an IPv6 /48. */
  wide: string
}
