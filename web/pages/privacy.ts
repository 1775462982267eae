/** The privacy policy: what this software does with data about people, in the operator's name. */
import { html } from 'hono/html'
import type { Policy } from '../policy.ts'
import type { Operator } from '../site.ts'
import { renderGap } from './gap.ts'
import { type Markup, renderLayout } from './layout.ts'
import { renderDay } from './words.ts'

export function renderPrivacy(operator: Operator, policy: Policy): Markup {
  const { privacyDate } = operator
  return renderLayout(
    'Privacy',
    html`<article class="prose">
      <h1>Privacy</h1>
      ${privacyDate === undefined ? '' : html`<p class="lead">As of ${renderDay(Date.parse(privacyDate))}.</p>`}
      ${renderOperator(operator)}
      ${renderKeeping(policy)}
      ${policy.model === 'openai' ? renderMarks(policy) : ''}
      ${renderCookies(policy)}
      ${renderSharing(policy)}
      ${rights}
    </article>`,
  )
}

function renderOperator({ name, named = true, address, email }: Operator): Markup {
  return html`<h2>Who is responsible</h2>
    <p>
      imgsrc bot is run here by ${named ? html`<strong>${name}</strong>` : renderGap('who runs it', 'OPERATOR_NAME')}${address === undefined ? '' : `, ${address}`}.
      ${email === undefined ? html`Write to ${renderGap('an address to write to', 'OPERATOR_EMAIL')}` : html`Write to <a href="mailto:${email}">${email}</a>`} about anything on this page.
    </p>`
}

function renderKeeping({ keepsLog, store }: Policy): Markup {
  return html`<h2>What is kept, why, and how long</h2>
  <p>${store === 'mongodb' ? 'All of it is in a MongoDB database of the operator’s.' : 'All of it is on the operator’s own machine.'}</p>
  <dl class="terms">
    <dt>Your account</dt>
    <dd>Your e-mail address and the day you first signed in, so that you can sign in and we can write to you; and which
      changes of this policy you were told of. Until you delete the account.</dd>
    <dt>Your linked chats</dt>
    <dd>Your user id and shown name in the chat, and the name of the server or workspace you linked it in, so that the bot
      knows whose credits it spends. Until you unlink the chat or delete the account. A request to link that is not finished
      is kept for 15 minutes, and what you asked before you linked it, for 25; that you have to be told of a new link, until you are, for a day at most.</dd>
    <dt>Your pictures</dt>
    <dd>What you asked for, with its options, where and when; the pictures made of it, your favourites among them, and those
      you brought to have them edited, without what your camera noted in them; requests that failed, too. So that you can find, share and repeat them. Until you delete a picture or the
      account. A request that waits for credits is kept for 15 minutes; of a conversation in a chat, which pictures it was last about, for a year,
      so that you can go on changing them.</dd>
    <dt>Your teams</dt>
    <dd>In which servers and workspaces you use the bot, your name there, the last day you did, what their admins have settled
      for you, and what the team has paid for you: its admins see that, in the chat and on the web. Until an admin removes you
      or you delete the account. What admins change is kept for a year.</dd>
    <dt>Your credits</dt>
    <dd>Every movement of credits with its amount, time and the number of the order or picture, because the law has us keep
      books. They do not name you, and stay when the account is deleted.</dd>
    <dt>Your purchases</dt>
    <dd>Which pack you opened a checkout for and when, with a keyed digest of your address, so that an order that comes back
      without your account’s number still finds you: until 30 days after the checkout has ended. That you were told of a
      purchase, for three days. Both go with the account.</dd>
    <dt>Signing in</dt>
    <dd>When a browser was signed in and last used, for at most 30 days. Codes and tokens only in a form in which they
      cannot be read, for as long as they work: codes, with the address they were sent to, for ten minutes; the address that
      undoes a link for 30 days.</dd>
    <dt>Against abuse</dt>
    <dd>Your network address is used to count how often codes are asked for. It is kept only as a keyed digest, for an
      hour. How often an account opens checkouts, exports and a team’s page is counted for as long, and how often you and your team use
      what is free, by keyed digests, for ten minutes. Which browser you use is not kept at all. Of an address and a chat
      user that were given welcome credits, keyed digests stay for good, so that they are given once; the network they were
      asked from is kept as one for a day.</dd>
    <dt>The log</dt>
    <dd>The program writes down what it did and what failed, with the numbers of accounts, orders and pictures. It never
      writes e-mail or network addresses, prompts, codes or names. ${
        keepsLog
          ? 'The log is a file on the operator’s machine, which stays until the operator removes it.'
          : 'The program does not keep it: it goes to whatever the operator runs the program in.'
      }</dd>
  </dl>`
}

function renderMarks({ host }: Policy): Markup {
  return html`<h2>What pictures say of themselves</h2>
  <p>
    OpenAI writes into the pictures that it draws that they were made by a model (Content Credentials). We keep a picture as it
    came, with that in it. Where we have to make it smaller or put it into another format, that is lost, and what we write in
    its place is a line that nobody signs: that it was made by AI (XMP, <code>DigitalSourceType</code>). Neither says who asked
    for it or in which words.
    ${host === 'cloudflare' ? 'Cloudflare may deliver a copy in a format of its own choice, and what is written in a copy may be missing there.' : ''}
    A chat in which a picture is posted, and whoever saves it there, may get a copy without either.
  </p>`
}

function renderCookies({ platforms }: Policy): Markup {
  return html`<h2>Cookies</h2>
  <p>
    Signing in sets one cookie, <code>session</code>, which keeps you signed in, for at most 30 days.
    Until you sign out it also shows that this browser has signed in before, so that others can’t use up your codes.
    ${platforms.includes('Slack') ? html`Whoever installs the app in a Slack workspace has a second one, <code>slack-install</code>, for ten minutes, which shows that the one who comes back from Slack is the one who left.` : ''}
    There are no trackers and no statistics about you.
  </p>`
}

function renderSharing(policy: Policy): Markup {
  return html`<h2>Who else gets to see something</h2>
  <dl class="terms">
    ${models[policy.model]}
    ${hosts[policy.host]}
    ${policy.providers.map((provider) => sellers[provider])}
    ${policy.mailer === 'smtp' ? mailProvider : ''}
    ${renderChats(policy.platforms.filter((name) => name !== 'Terminal'))}
  </dl>
  <p>Nobody else, unless the law has us tell. Nothing is sold, and nothing is used to train anything of ours.</p>`
}

const openai = html`<dt>OpenAI</dt>
  <dd>draws the pictures. It is sent your prompt, the pictures you want edited, and a digest of your account’s number, by
    which it can tell abuse without knowing who you are.</dd>`

const ownModel = html`<dt>Nobody, for drawing</dt>
  <dd>Pictures are placeholders drawn on the operator’s own machine; your prompts do not leave it.</dd>`

const cloudflare = html`<dt>Cloudflare</dt>
  <dd>hosts the pictures. Their addresses cannot be guessed, and whoever has one can see the picture.</dd>`

const ownHost = html`<dt>Whoever has a picture’s address</dt>
  <dd>can see the picture. Pictures are on the operator’s own machine, and their addresses cannot be guessed.</dd>`

const lemonSqueezy = html`<dt>Lemon Squeezy</dt>
  <dd>sells the credits and takes the payment. It is told your e-mail address and your account’s number when you open a
    checkout. We never see how you pay.</dd>`

const models: Readonly<Record<Policy['model'], Markup>> = { openai, placeholder: ownModel }
const hosts: Readonly<Record<Policy['host'], Markup>> = { cloudflare, disk: ownHost }
const discordStore = html`<dt>Discord’s store</dt>
  <dd>sells the credits that are bought on Discord and takes the payment. It tells us which Discord user bought what. Until
    that user has an account here, we keep a digest of their number to know them by. We never see how you pay.</dd>`

/** The test checkout is this program itself. */
const sellers: Readonly<Record<Policy['providers'][number], Markup | ''>> = {
  discord: discordStore,
  lemonsqueezy: lemonSqueezy,
  test: '',
}

const mailProvider = html`<dt>Our mail provider</dt>
  <dd>delivers our mail to you: codes, news of a linked chat, and a changed policy.</dd>`

function renderChats(names: readonly string[]): Markup | '' {
  if (names.length === 0) return ''
  return html`<dt>${names.join(' and ')}</dt>
    <dd>${names.length === 1 ? 'carries' : 'carry'} what you type to the bot and what it answers, if that is where you use it, under
      ${names.length === 1 ? 'its own policy' : 'their own policies'}. What you post or share in a channel, its members see.</dd>`
}

const rights = html`<h2>Your rights</h2>
  <p>
    You can <a href="/account/settings">export everything</a> held about you,
    <a href="/account/email">correct your address</a>, and <a href="/account/delete">delete your account</a>, at any time
    and by yourself. You can object, have the use of your data limited, and complain to the data protection authority where
    you live. If this policy changes, every account that has an address is told by mail.
  </p>`
