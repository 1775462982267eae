/** Lets so much in at once: of one person, of one team, and overall. What is beyond hears so at once, and waits nowhere. */

export type Bound = 'person' | 'team' | 'all'

/** How much may be under way at once. */
export type Bounds = Readonly<Record<Bound, number>>

/** Names that are unique among all that share the bounds; absent for what nobody, or no team, is known of. */
export interface Entrant {
  person?: string | undefined
  team?: string | undefined
}

export interface Seat {
  /** Gives it back; once more is harmless. */
  leave(): void
  /** The same seat for something else that goes on: it is free when all have left. */
  share(): Seat
}

export interface Admission {
  /** A seat, or the bound that leaves none. */
  enter(entrant: Entrant): Seat | Bound
  /** How many seats are taken. */
  count(): number
}

export function createAdmission(bounds: Bounds): Admission {
  const taken = new Map<string, number>()
  const count = (name: string) => taken.get(name) ?? 0

  function add(name: string, by: 1 | -1): void {
    const now = count(name) + by
    if (now > 0) taken.set(name, now)
    else taken.delete(name)
  }

  return {
    count: () => count('all'),
    enter({ person, team }) {
      const names: [Bound, string][] = [['all', 'all']]
      if (team !== undefined) names.unshift(['team', `team ${team}`])
      if (person !== undefined) names.unshift(['person', `person ${person}`])
      const full = names.find(([bound, name]) => count(name) >= bounds[bound])
      if (full) return full[0]
      for (const [, name] of names) add(name, 1)
      return createSeat(() => {
        for (const [, name] of names) add(name, -1)
      })
    },
  }
}

function createSeat(free: () => void): Seat {
  let holders = 0

  function hold(): Seat {
    let isHeld = true
    holders += 1
    return {
      leave() {
        if (!isHeld) return
        isHeld = false
        holders -= 1
        if (holders === 0) free()
      },
      share: hold,
    }
  }

  return hold()
}
