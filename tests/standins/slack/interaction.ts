/** One thing a person did, and everything that came of it. */
import {
  type Acknowledgement,
  deliver,
  type Parcel,
  type Retry,
  renderRequest,
  type WireRequest,
} from './delivery.ts'
import type { Change, Message } from './message.ts'
import type { Person } from './person.ts'
import type { SignatureKind } from './signature.ts'
import type { View } from './view.ts'
import { until, type World } from './world.ts'

/** How Slack sends what a person did. */
export interface ActionOptions {
  /** Sends it a second time at once, marked as a retry. */
  twice?: boolean
  /** Over HTTP only. */
  signature?: SignatureKind
  /** Fields of the payload that are not sent, or sent as something else. */
  changed?: Readonly<Record<string, unknown>>
}

/** Delivery starts at once; nothing here ever rejects but a wait that the closing stand-in ends. */
export class Interaction {
  readonly person: Person
  /** The trigger id, or for an event the event id. */
  readonly id: string
  readonly payload: Readonly<Record<string, unknown>>
  /** How the first delivery ended. Never rejects. */
  readonly acknowledged: Promise<Acknowledgement>
  /** Resolves after every delivery, retries included, with all of them. */
  readonly settled: Promise<readonly Acknowledgement[]>
  /** The URL that a pressed button opened. */
  readonly opened: string | undefined
  readonly #world: World
  readonly #from: number
  readonly #again: () => Promise<Acknowledgement>

  constructor(world: World, person: Person, given: Plan) {
    this.#world = world
    this.#from = world.history.length
    this.person = person
    this.id = given.id
    this.opened = given.opened
    const { options = {} } = given
    const parcel = given.parcel && {
      ...given.parcel,
      payload: { ...given.parcel.payload, ...options.changed },
    }
    this.payload = parcel?.payload ?? {}
    const wire = parcel && renderRequest(world, parcel, options)
    this.#again = () => (parcel ? deliver(world, parcel, { wire }) : Promise.resolve(refuse(world)))
    const sending = parcel ? send(world, parcel, wire, options, given) : [Promise.resolve(refuse(world))]
    this.acknowledged = sending[0] ?? Promise.resolve(refuse(world))
    this.settled = Promise.all(sending).then(async (all) => [...all, ...((await given.retry?.(all)) ?? [])])
  }

  /** What this person could see happen since, anywhere, in order. */
  get seen(): readonly Change[] {
    return this.#world.history.slice(this.#from).filter((change) => sees(this.person, change))
  }

  /** The messages its acknowledgements and its `response_url` made. */
  get replies(): readonly Message[] {
    return [...new Set(this.seen.flatMap((change) => ('message' in change ? [change.message] : [])))].filter(
      (message) => message.cause === this.id,
    )
  }

  /** Waits for a message, posted or edited since and visible to this person, that passes. */
  message(check: (message: Message) => boolean = () => true): Promise<Message> {
    return this.#find((change) => {
      if (!('message' in change)) return undefined
      const { message } = change
      const shown = message.user !== this.person.id && message.isVisibleTo(this.person)
      return shown && check(message) ? message : undefined
    })
  }

  /** Waits for one of `replies` that is still there and passes. */
  reply(check: (message: Message) => boolean = () => true): Promise<Message> {
    return this.message((message) => message.cause === this.id && check(message))
  }

  /** Waits for a modal opened or pushed with this action's trigger, and shown now. */
  modal(check: (view: View) => boolean = () => true): Promise<View> {
    return this.view((view) => view.kind === 'modal' && view.cause === this.id && check(view))
  }

  /** Waits for any view before this person, Home included, that changed since and passes. */
  view(check: (view: View) => boolean = () => true): Promise<View> {
    return this.#find((change) => {
      if (!('view' in change)) return undefined
      return change.view.open && check(change.view) ? change.view : undefined
    })
  }

  /** Looks at every change once, as it comes: hundreds may wait at the same time. */
  #find<Found>(read: (change: Change) => Found | undefined): Promise<Found> {
    let next = this.#from
    return until(this.#world, () => {
      for (const change of this.#world.history.slice(next)) {
        next += 1
        const found = sees(this.person, change) ? read(change) : undefined
        if (found !== undefined) return found
      }
      return undefined
    })
  }

  /** Sends exactly the same again: over HTTP the same bytes under the same signature. */
  replay(): Promise<Acknowledgement> {
    return this.#again()
  }
}

/** What the action is made of. Without a parcel Slack itself refused it. */
export interface Plan {
  id: string
  parcel: Parcel | undefined
  options?: ActionOptions | undefined
  opened?: string | undefined
  /** Does what an answer asks for; runs for each delivery. */
  apply?(ack: Acknowledgement): void | Promise<void>
  /** Further deliveries, after the first. */
  retry?(all: readonly Acknowledgement[]): Promise<readonly Acknowledgement[]>
}

function send(
  world: World,
  parcel: Parcel,
  wire: WireRequest | undefined,
  options: ActionOptions,
  plan: Plan,
): readonly Promise<Acknowledgement>[] {
  const retry: Retry = { number: 1, reason: 'http_timeout' }
  const first = deliver(world, parcel, { wire })
  const all = options.twice
    ? [first, deliver(world, parcel, { signature: options.signature, retry })]
    : [first]
  return all.map(async (delivery) => {
    const ack = await delivery
    await plan.apply?.(ack)
    return ack
  })
}

function refuse(world: World): Acknowledgement {
  return { ok: false, error: 'not_delivered', at: world.clock.now(), took: 0, headers: {} }
}

function sees(person: Person, change: Change): boolean {
  if ('view' in change) return change.view.person === person
  const { message } = change
  const reads = message.channel.kind === 'public' || message.channel.members.has(person.id)
  return reads && (message.onlyFor === undefined || message.onlyFor === person.id)
}
