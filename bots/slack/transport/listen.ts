/** Listens to the SDK: acknowledges first, then hands on what is new. */
import type {
  App,
  BlockAction,
  MessageShortcut,
  SlashCommand,
  StringIndexed,
  ViewResponseAction,
  ViewSubmitAction,
} from '@slack/bolt'
import { joinTexts, type Log, speak } from '#core/index.ts'
import type { Admitted } from '../../admit.ts'
import { doubleClick, eventLife, type Once } from '../../once.ts'
import { traceFault } from '../../trace-fault.ts'
import type { Clock } from '../api.ts'
import { renderNotice } from '../form.ts'
import { readVisit } from '../home.ts'
import { type Received, readCommand, readForm, readPress, readTalk } from '../receive.ts'
import { readShortcut } from '../shortcut.ts'

export interface Listeners {
  /** Takes an event; what it does is nobody's to wait for here. */
  take(received: Received, admitted: Admitted): void
  /** The app was removed, or its tokens were. */
  leave(body: StringIndexed): void
  isStopping(): boolean
}

export function listen(
  app: App,
  options: {
    on: Listeners
    once: Once
    clock: Clock
    log: Log
    /** Told of each event that was acknowledged, so many milliseconds after it came. */
    onAcknowledged?: ((took: number) => void) | undefined
  },
): void {
  const { on, once, clock, log } = options

  /** What cannot be acknowledged is left alone: Slack delivers it again, or tells the person. */
  async function acknowledge(ack: () => Promise<void>): Promise<boolean> {
    if (on.isStopping()) return false
    const came = clock.now()
    try {
      await ack()
      options.onAcknowledged?.(clock.now() - came)
      return true
    } catch (error) {
      log.warn({ fault: traceFault(error) }, 'Slack could not be told that an event has come')
      return false
    }
  }

  /** The form itself says it: whoever sent it may be all that can be read. */
  function renderUnreadable(): ViewResponseAction {
    log.warn({}, 'A form from Slack could not be read')
    const words = speak(undefined)
    return {
      response_action: 'update',
      view: renderNotice(words, joinTexts(words.slack.formUnreadable(), words.outcome.nothingCharged())),
    }
  }

  function take(received: Received | undefined, context: StringIndexed): void {
    if (!received || !once.claim(received.id, eventLife)) return
    if (received.press !== undefined && !once.claim(received.press, doubleClick)) return
    const admitted: Admitted | undefined = context.admitted
    if (admitted) on.take(received, admitted.share())
  }

  app.command(/.*/, async ({ ack, body, context }) => {
    if (await acknowledge(ack)) take(readCommand(body as SlashCommand, clock.now()), context)
  })
  app.action(/.*/, async ({ ack, body, context }) => {
    if (await acknowledge(ack)) take(readPress(body as BlockAction, clock.now()), context)
  })
  app.view({ type: 'view_submission' }, async ({ ack, body, context }) => {
    const received = readForm(body as ViewSubmitAction)
    if (await acknowledge(() => (received ? ack() : ack(renderUnreadable())))) take(received, context)
  })
  app.shortcut({ type: 'message_action', callback_id: /.*/ }, async ({ ack, body, context }) => {
    if (await acknowledge(ack)) take(readShortcut(body as MessageShortcut, clock.now()), context)
  })
  for (const event of ['app_mention', 'message']) {
    app.event(event, async ({ body, context }) => {
      if (!on.isStopping()) take(readTalk(body, context.botUserId), context)
    })
  }
  app.event('app_home_opened', async ({ body, event, context }) => {
    if (event.tab === 'home') take(readVisit(body), context)
  })
  for (const event of ['app_uninstalled', 'tokens_revoked']) {
    app.event(event, async ({ body }) => on.leave(body))
  }
}
