/** One of every message about accounts, credits and what the bot is. */

import type { Command } from '#bots/command.ts'
import { commands } from '#bots/commands/index.ts'
import { renderChangeForm } from '#bots/messages/change.ts'
import { renderConnect, renderFormLater } from '#bots/messages/connect.ts'
import { renderBalance } from '#bots/messages/credits.ts'
import { renderGreeting } from '#bots/messages/examples.ts'
import { renderGiftNews, renderGiven, renderGiveQuestion } from '#bots/messages/give.ts'
import { renderCommandHelp, renderHelp } from '#bots/messages/help.ts'
import { renderHome, renderHomeWithoutAccount } from '#bots/messages/home.ts'
import {
  renderConnected,
  renderLinked,
  renderLinkRequest,
  renderUnlinked,
  renderUnlinkQuestion,
  renderWrongCode,
} from '#bots/messages/link.ts'
import { renderPrivacy } from '#bots/messages/privacy.ts'
import {
  renderDidYouMean,
  renderLineTooLong,
  renderNothingToCancel,
  renderTypedForm,
  renderWelcome,
} from '#bots/messages/terminal.ts'
import {
  renderCredited,
  renderLow,
  renderShortfall,
  renderTeamTopup,
  renderTopup,
  renderWaiting,
} from '#bots/messages/topup.ts'
import { press } from '#bots/pressed.ts'
import { CoreError } from '#core/errors.ts'
import { type Entry, type OfferedPack, usualPrices as prices, type Words } from '#core/index.ts'
import { deliveredFox } from '../../calls.ts'
import type { Samples } from './samples.ts'

const ann = { id: 'a1', email: 'ann@example.com', createdAt: 0 }
const [imagine] = commands as [Command]
const at = Date.UTC(2026, 10, 23, 20, 35)
const publicUrl = 'https://bot.test'
const packs: OfferedPack[] = [
  {
    name: 'starter',
    credits: 100,
    price: '$5',
    offers: [{ provider: 'lemonsqueezy', kind: 'address', path: '/buy/starter' }],
  },
  {
    name: 'studio',
    credits: 500,
    price: '$20',
    offers: [{ provider: 'lemonsqueezy', kind: 'address', path: '/buy/studio' }],
  },
]
const shop = { publicUrl, prices, purchases: { listPacks: () => packs } }
const closed = { ...shop, purchases: { listPacks: () => [], contact: 'ops@example.com' } }
const entry = (kind: Entry['kind'], amount: number, key: string, reference = ''): Entry => ({
  ...{ wallet: 'account:a1', sequence: 1, kind, amount, balance: 90, key, reference, at },
})
const entries = [
  entry('grant', 100, 'welcome'),
  entry('spend', -10, 's1', 'fox0000001'),
  entry('refund', 10, 'r1', 'fox0000001'),
  entry('purchase', 500, 'p1', 'lemonsqueezy:1'),
  entry('reversal', -100, 'v1', 'lemonsqueezy:1'),
]
const short = { balance: 20, price: 30, heldUntil: at } as const
const giving = press('give-now', { person: 'x', credits: 20 } as never)

export const listAccountSamples = (words: Words): Samples => ({
  'a stranger, with a prompt': renderConnect(words, `${publicUrl}/link/x`, {
    waits: 'prompt',
    replaces: false,
    isProven: true,
  }),
  'a stranger, with another command': renderConnect(words, `${publicUrl}/link/x`, {
    waits: 'command',
    replaces: true,
    isProven: false,
  }),
  'a form for later': renderFormLater(words, words.change.title, press('keep', {})),
  balance: renderBalance(
    words,
    {
      ...{ balance: 90, entries, team: { name: 'Acme', balance: 340 } },
      receipts: [{ at, receipt: { kind: 'page', path: '/receipt/1' } as never }],
    },
    { prices, publicUrl },
  ),
  'top up': renderTopup(words, 20, shop, 'discord'),
  'nothing is sold': renderTopup(words, 20, closed, 'discord'),
  'top up for the team': renderTeamTopup(words, { name: 'Acme', balance: 340, query: '?team=x' }, shop),
  credited: renderCredited(words, 500, 590, { isTest: true }),
  'bought before connecting': renderWaiting(words, 500, {}),
  'few are left': renderLow(words, 20, shop, 'slack'),
  'none are left': renderLow(words, 0, closed, 'slack'),
  'too few, and kept': renderShortfall(words, new CoreError('insufficient-credits', short), shop, 'discord'),
  'give?': renderGiveQuestion(words, { name: 'Bob', credits: 20, balance: 90, giving }),
  given: renderGiven(words, { outcome: 'given', name: 'Bob', credits: 20, balance: 70 }),
  'given back': renderGiven(words, { outcome: 'back', name: undefined, credits: 20, balance: 90 }),
  'a gift came': renderGiftNews(
    words,
    { half: 'from', credits: 20, other: 'a1' },
    { name: 'Ann', balance: 110 },
  ),
  privacy: renderPrivacy(words, publicUrl),
  'connect, with a form': renderLinkRequest(words, `${publicUrl}/link/x`, { typed: false, waiting: 500 }),
  'connect, typed': renderLinkRequest(words, `${publicUrl}/link/x`, { typed: true, waiting: 0 }),
  connected: renderLinked(words, ann, 100, { welcoming: 'granted', waits: true }),
  'connected in a browser': renderConnected(words, 'ann@example.com', 100),
  'a wrong code': renderWrongCode(words, { outcome: 'wrong', triesLeft: 2 }, { typed: false }),
  'no code': renderWrongCode(words, { outcome: 'no-code' }, { typed: true }),
  'a dead code': renderWrongCode(words, { outcome: 'dead' }, { typed: true }),
  'disconnect?': renderUnlinkQuestion(words, ann),
  disconnected: renderUnlinked(words),
  help: renderHelp(words, commands, {
    talks: true,
    menus: true,
    missing: { named: 'imagien', meant: 'imagine' },
  }),
  'help for one command': renderCommandHelp(words, imagine),
  home: renderHome(words, [], [deliveredFox], prices),
  'home of a stranger': renderHomeWithoutAccount(words, prices),
  greeting: renderGreeting(words, prices),
  'the terminal says hello': renderWelcome(words, 'Ann'),
  'a prompt without a slash': renderDidYouMean(words, 'a red fox', 10, {
    command: 'imagine',
    options: { prompt: 'a red fox' },
  }),
  'nothing to cancel': renderNothingToCancel(words, true),
  'a line too long': renderLineTooLong(words, 70_000, 60_000),
  'a form where there are none': renderTypedForm(
    words,
    renderChangeForm(words, deliveredFox, prices, { private: true }),
    '/change',
  ),
})
