/**
 * One connection to Discord's gateway (docs.discord.com/developers/events/gateway). Not by `@discordjs/ws`: it takes
 * every field for granted, so that a frame without one ends the process as an unhandled rejection; it connects again
 * twice a second for ever; and what a refused handshake was answered with cannot be learned from it.
 */
import { GatewayOpcodes } from 'discord-api-types/v10'
import type { Log, Ports } from '#core/index.ts'
import { traceFault } from '../../trace-fault.ts'
import { GatewayFault } from './fault.ts'
import { type Frame, type GatewaySession, readFrame } from './frame.ts'
import { createHeartbeat, type Heartbeat } from './heartbeat.ts'
import { type GatewaySocket, openSocket } from './socket.ts'

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
  /** Told of what somebody has bought, under the event's name. */
  onEntitlement(name: string, entitlement: object): void
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

interface Gateway {
  options: GatewayOptions
  socket: GatewaySocket
  heartbeat: Heartbeat
  session: GatewaySession | undefined
  /** Aborts when Discord has said hello. */
  greeted: AbortController
  /** Aborts when Discord has let the bot in. */
  entered: AbortController
}

/** Resolves once Discord has let the bot in. Rejects with a `GatewayFault`, and then nothing is left open. */
export async function openGateway(options: GatewayOptions): Promise<OpenGateway> {
  const { url, session, deadlines, signal, clock } = options
  const socket = openSocket({ url, onText: (text) => take(gateway, text), clock })
  const { end, over, ended, close } = socket
  const beat = () => tellSequence(gateway)
  const onSilence = () => end(new GatewayFault('no_heartbeat'))
  const heartbeat = createHeartbeat({ beat, onSilence, clock, signal: over })
  const [greeted, entered] = [new AbortController(), new AbortController()]
  const gateway: Gateway = { options, socket, heartbeat, session, greeted, entered }
  limit(gateway, deadlines.hello, 'no_hello', greeted.signal)
  if (session) limit(gateway, deadlines.resume, 'not_resumed', entered.signal)
  signal.addEventListener('abort', () => end(new GatewayFault('stopped')), { signal: entered.signal })
  if (signal.aborted) end(new GatewayFault('stopped'))
  const failed = await Promise.race([whenAborted(entered.signal), ended])
  if (failed) throw failed
  return { ended, close, findSession: () => gateway.session }
}

/** The connection ends where what is waited for is late. */
function limit({ options, socket }: Gateway, ms: number, code: string, before: AbortSignal): void {
  const late = () => socket.end(new GatewayFault(code))
  options.clock.sleep(ms, AbortSignal.any([socket.over, before])).then(late, () => undefined)
}

function tellSequence({ socket, session }: Gateway): void {
  socket.send(GatewayOpcodes.Heartbeat, session?.sequence ?? null)
}

function take(gateway: Gateway, text: string): void {
  try {
    receive(gateway, readFrame(text))
  } catch (error) {
    const { log, shard } = gateway.options
    const fault = traceFault(error)
    log.warn({ shard: shard.id, fault }, 'Something that Discord sent could not be taken')
  }
}

function receive(gateway: Gateway, frame: Frame): void {
  const { session, socket, heartbeat, entered } = gateway
  const { log, shard, onInteraction, onEntitlement } = gateway.options
  const { end } = socket
  if (session && 'sequence' in frame)
    gateway.session = { ...session, sequence: frame.sequence ?? session.sequence }
  switch (frame.kind) {
    case 'hello':
      greet(gateway, frame.interval)
      break
    case 'ready':
      gateway.session = frame.session
      if (!frame.session) log.warn({ shard: shard.id }, 'Discord named no session, so it cannot be resumed')
      entered.abort()
      break
    case 'resumed':
      entered.abort()
      break
    case 'interaction':
      onInteraction(frame.interaction)
      break
    case 'entitlement':
      onEntitlement(frame.name, frame.entitlement)
      break
    case 'event':
      log.debug({ shard: shard.id, event: frame.name }, 'Discord told of something that is not used')
      break
    case 'heartbeat':
      tellSequence(gateway)
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

function greet(gateway: Gateway, interval: number): void {
  if (gateway.greeted.signal.aborted) return
  gateway.greeted.abort()
  gateway.heartbeat.start(interval)
  introduce(gateway).catch((cause) => gateway.socket.end(new GatewayFault('no_login', { cause })))
}

const whenAborted = (signal: AbortSignal) =>
  new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()))

/** Says who is there: by the session to resume, or by logging in when that is allowed. */
async function introduce(gateway: Gateway): Promise<void> {
  const { token, shard, session, waitForLogin, deadlines } = gateway.options
  const { send, over } = gateway.socket
  if (session) return send(GatewayOpcodes.Resume, { token, session_id: session.id, seq: session.sequence })
  await waitForLogin(over)
  limit(gateway, deadlines.login, 'not_let_in', gateway.entered.signal)
  send(GatewayOpcodes.Identify, {
    token,
    intents: 0,
    shard: [shard.id, shard.count],
    properties: { os: process.platform, browser: 'imgsrc', device: 'imgsrc' },
  })
}
