/** What people do on the pages of the web module, with the mails that belong to it. */
import type { Account } from '#core/index.ts'
import { fromNetwork } from '#tests/networks.ts'
import { MailError } from '#web/mailer.ts'
import { findId, type Performers, userOf } from './performers.ts'
import { refusedAddress } from './vendors.ts'
import type { Process, World } from './world.ts'

interface Visitor {
  account: Account
  /** What their cookie holds. */
  token: string
}

/** The account of an address, signed in to; undefined when too many codes were mailed there. */
async function signIn({ core, mailer }: Process, world: World, email: string): Promise<Visitor | undefined> {
  const browser = core.sessions.createToken()
  const request = () => core.signIn.request({ email, browser, networks: fromNetwork(email), next: '/' })
  let asked = await request()
  if (asked.outcome === 'too-many' && asked.wait <= 60_000) {
    await world.clock.sleep(asked.wait)
    asked = await request()
  }
  if (asked.outcome !== 'issued') return undefined
  await mailer.send({ to: email, subject: 'code', text: asked.code, html: '' })
  const signed = await core.signIn.finish(browser, asked.code)
  return signed.outcome === 'signed-in' ? signed : undefined
}

/** Longer than a session is used before that is noted. Milliseconds. */
const untilNoted = 6 * 60_000

export const visitors: Performers<
  'link' | 'unlink' | 'merge' | 'readdress' | 'visit' | 'undo' | 'notify' | 'give'
> = {
  async link({ who, email, stops }, process, world) {
    const { links } = process.core
    const account = (await signIn(process, world, email))?.account
    if (!account) return
    const token = await links.request(userOf(who), undefined)
    const code = stops ? undefined : await links.confirm(token, account)
    if (code !== undefined) await links.finish(userOf(who), code)
  },
  unlink: ({ who }, { core }) => core.links.unlink(userOf(who)),
  async merge({ email, other }, process, world) {
    const { core, mailer } = process
    const second = await signIn(process, world, other)
    const account = (await signIn(process, world, email))?.account
    if (!account || !second) return
    await world.clock.sleep(60_000)
    const asked = await core.merging.request(account, other, { networks: fromNetwork(other), browser: '' })
    if (asked.outcome !== 'issued') return
    await mailer.send({ to: other, subject: 'code', text: asked.code, html: '' })
    await core.merging.finish(account, asked.code)
  },
  async readdress({ email, other }, process, world) {
    const { core, mailer } = process
    const account = (await signIn(process, world, email))?.account
    if (!account) return
    await world.clock.sleep(60_000)
    const from = { networks: fromNetwork(other), browser: '' }
    const asked = await core.emailChange.request(account, `new.${other}`, from)
    if (asked.outcome !== 'issued') return
    const [fresh, old] = asked.mails
    for (const { email, code } of asked.mails) {
      await mailer.send({ to: email, subject: 'code', text: code, html: '' })
    }
    await core.emailChange.finish(account, '', { new: fresh?.code ?? '', old: old?.code ?? '' })
  },
  async visit({ email, ends }, process, world) {
    const { sessions } = process.core
    const visitor = await signIn(process, world, email)
    if (!visitor) return
    await world.clock.sleep(untilNoted)
    const session = await sessions.find(visitor.token)
    if (!session) return
    const { account, handle } = session
    if (ends === 'this') await sessions.end(account, handle)
    else if (ends === 'others') await sessions.endOthers(account, handle)
    else await sessions.endAll(account)
  },
  async undo({ mail }, { core }, { mails }) {
    const tickets = mails.filter(({ subject }) => subject === 'link')
    const ticket = tickets.at(-1 - (mail % tickets.length))
    if (ticket) await core.unlinkTickets.use(ticket.text)
  },
  async give({ who, credits, number }, { core }) {
    const [from, into] = [await findId(core, who), await findId(core, who === 'ann' ? 'bob' : 'ann')]
    const { gift } = await core.gifts.consider({ from, into, credits })
    await core.gifts.give({ ...gift, id: `${number}` }, from)
  },
  /** Tells somebody once of something; their mail server may refuse it. */
  async notify({ who, refused }, { core, mailer }) {
    const id = await findId(core, who)
    const to = refused ? refusedAddress : 'somebody@example.com'
    const mail = { to, subject: 'notice', text: '', html: '', messageId: `notice:${id}` }
    await core.notifications
      .sendOnce('notice', id, () => mailer.send(mail))
      .catch((error: unknown) => {
        if (!(error instanceof MailError)) throw error
      })
  },
}
