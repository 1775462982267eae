/**
 * One connection to Discord's gateway (docs.discord.com/developers/events/gateway). Not by `@discordjs/ws`: it takes
 * every field for granted, so that a frame without one ends the process as an unhandled rejection; it connects again
 * twice a second for ever; and what a refused handshake was answered with cannot be learned from it.
 */
import { GatewayOpcodes } from 'discord-api-types/v10'
import type { Log, Ports } from '#core/index.ts'
import { traceFault } from '../trace-fault.ts'
import { type Frame, type GatewaySession, readFrame } from './frame.ts'
import { GatewayFault } from './gateway-fault.ts'
import { type GatewaySocket, openSocket } from './gateway-socket.ts'
import { createHeartbeat } from './heartbeat.ts'

export interface GatewayOptions {
  /** Where to connect. */
  url: string
  token: string
  shard: { id: number; count: number }
  /** The one to resume; without it the bot logs in. */
  session?: GatewaySession | undefined
  /** Resolves when this shard may log in. */
  waitForLogin(signal: AbortSignal): Promise<void>
  /** Told of every event that may begin a call. */
  onInteraction(interaction: object): void
  /** Milliseconds until HELLO, from logging in until READY, and altogether until a session is resumed. */
  deadlines: { hello: number; login: number; resume: number }
  /** Ends an attempt; what stands is ended by `close`. */
  signal: AbortSignal
  clock: Ports['clock']
  log: Log
}

export interface OpenGateway extends Pick<GatewaySocket, 'ended' | 'close'> {
  /** What it can be taken up by, as it is now; undefined when Discord does not know it any more. */
  findSession(): GatewaySession | undefined
}

/** Resolves once Discord has let the bot in. Rejects with a `GatewayFault`, and then nothing is left open. */
export async function openGateway(options: GatewayOptions): Promise<OpenGateway> {
  const { shard, session: given, deadlines, signal, clock, log } = options
  const greeted = new AbortController()
  const entered = new AbortController()
  let session = given
  const socket = openSocket({ url: options.url, onText: take, clock })
  const { send, end, over } = socket
  const tellSequence = () => send(GatewayOpcodes.Heartbeat, session?.sequence ?? null)
  const onSilence = () => end(new GatewayFault('no_heartbeat'))
  const heartbeat = createHeartbeat({ beat: tellSequence, onSilence, clock, signal: over })

  function limit(ms: number, code: string, before: AbortSignal): void {
    const late = () => end(new GatewayFault(code))
    clock.sleep(ms, AbortSignal.any([over, before])).then(late, () => undefined)
  }

  function take(text: string): void {
    try {
      receive(readFrame(text))
    } catch (error) {
      log.warn(
        { shard: shard.id, fault: traceFault(error) },
        'Something that Discord sent could not be taken',
      )
    }
  }

  function receive(frame: Frame): void {
    if (session && 'sequence' in frame) session = { ...session, sequence: frame.sequence ?? session.sequence }
    switch (frame.kind) {
      case 'hello':
        greet(frame.interval)
        break
      case 'ready':
        session = frame.session
        if (!session) log.warn({ shard: shard.id }, 'Discord named no session, so it cannot be resumed')
        entered.abort()
        break
      case 'resumed':
        entered.abort()
        break
      case 'interaction':
        options.onInteraction(frame.interaction)
        break
      case 'event':
        log.debug({ shard: shard.id, event: frame.name }, 'Discord told of something that is not used')
        break
      case 'heartbeat':
        tellSequence()
        break
      case 'heartbeat-ack':
        heartbeat.acknowledge()
        break
      case 'reconnect':
        end(new GatewayFault('reconnect', { routine: true }))
        break
      case 'invalid-session':
        end(new GatewayFault('invalid_session', { endsSession: !frame.resumable }))
        break
      case 'odd':
        log.warn({ shard: shard.id, what: frame.what }, 'Discord sent something that cannot be read')
    }
  }

  function greet(interval: number): void {
    if (greeted.signal.aborted) return
    greeted.abort()
    heartbeat.start(interval)
    introduce(options, { send, over, limit, entered: entered.signal }).catch((cause) =>
      end(new GatewayFault('no_login', { cause })),
    )
  }

  limit(deadlines.hello, 'no_hello', greeted.signal)
  if (given) limit(deadlines.resume, 'not_resumed', entered.signal)
  signal.addEventListener('abort', () => end(new GatewayFault('stopped')), { signal: entered.signal })
  if (signal.aborted) end(new GatewayFault('stopped'))
  const failed = await Promise.race([whenAborted(entered.signal), socket.ended])
  if (failed) throw failed
  return { ended: socket.ended, close: socket.close, findSession: () => session }
}

const whenAborted = (signal: AbortSignal) =>
  new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()))

/** Says who is there: by the session to resume, or by logging in when that is allowed. */
async function introduce(
  { token, shard, session, waitForLogin, deadlines }: GatewayOptions,
  connection: Pick<GatewaySocket, 'send' | 'over'> & {
    limit(ms: number, code: string, before: AbortSignal): void
    entered: AbortSignal
  },
): Promise<void> {
  const { send, over, limit, entered } = connection
  if (session) return send(GatewayOpcodes.Resume, { token, session_id: session.id, seq: session.sequence })
  await waitForLogin(over)
  limit(deadlines.login, 'not_let_in', entered)
  send(GatewayOpcodes.Identify, {
    token,
    intents: 0,
    shard: [shard.id, shard.count],
    properties: { os: process.platform, browser: 'imgsrc', device: 'imgsrc' },
  })
}
