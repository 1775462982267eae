/** The privacy policy: what this software does with data about people, in the operator's name. */
import { html } from 'hono/html'
import type { Operator } from '../site.ts'
import { type Markup, renderLayout } from './layout.ts'
import { renderDay } from './words.ts'

export function renderPrivacy(operator: Operator): Markup {
  const { privacyDate } = operator
  return renderLayout(
    'Privacy',
    html`<article class="prose">
      <h1>Privacy</h1>
      ${privacyDate === undefined ? '' : html`<p class="lead">As of ${renderDay(Date.parse(privacyDate))}.</p>`}
      ${renderOperator(operator)}
      ${keeping}
      ${sharing}
      ${rights}
    </article>`,
  )
}

function renderOperator({ name, address, email }: Operator): Markup {
  return html`<h2>Who is responsible</h2>
    <p>
      imgsrc bot is run here by <strong>${name}</strong>${address === undefined ? '' : `, ${address}`}.
      ${email === undefined ? '' : html`Write to <a href="mailto:${email}">${email}</a> about anything on this page.`}
    </p>`
}

const keeping = html`<h2>What is kept, why, and how long</h2>
  <dl class="terms">
    <dt>Your account</dt>
    <dd>Your e-mail address and the day you first signed in, so that you can sign in and we can write to you. Until you
      delete the account.</dd>
    <dt>Your linked chats</dt>
    <dd>Your user id and shown name in Discord, Slack or the terminal, so that the bot knows whose credits it spends. Until
      you unlink the chat or delete the account.</dd>
    <dt>Your pictures</dt>
    <dd>What you asked for, with its options, where and when; the pictures made of it, and those you brought to have them
      edited; requests that failed, too. So that you can find, share and repeat them. Until you delete a picture or the
      account.</dd>
    <dt>Your credits</dt>
    <dd>Every movement of credits with its amount, time and the number of the order or picture, because the law has us keep
      books. They do not name you, and stay when the account is deleted.</dd>
    <dt>Signing in</dt>
    <dd>When a browser was signed in and last used, for at most 30 days. Codes and tokens only in a form in which they
      cannot be read, for as long as they work: codes for ten minutes, the address that undoes a link for 30 days.</dd>
    <dt>Against abuse</dt>
    <dd>Your network address is used to count how often codes are asked for. It is kept only as a keyed digest, for an hour.
      Which browser you use is not kept at all. Of an address that was given welcome credits, a keyed digest stays for a
      year, so that they are given once.</dd>
    <dt>Server logs</dt>
    <dd>They hold no addresses, prompts or codes, and they are not kept.</dd>
  </dl>
  <h2>One cookie</h2>
  <p>Signing in sets one cookie, which only keeps you signed in. There are no trackers and no statistics about you.</p>`

const sharing = html`<h2>Who else gets to see something</h2>
  <dl class="terms">
    <dt>OpenAI</dt>
    <dd>draws the pictures. It is sent your prompt, the pictures you want edited, and a digest of your account’s number, by
      which it can tell abuse without knowing who you are.</dd>
    <dt>Cloudflare</dt>
    <dd>hosts the pictures. Their addresses cannot be guessed, and whoever has one can see the picture.</dd>
    <dt>Lemon Squeezy</dt>
    <dd>sells the credits and takes the payment. It is told your e-mail address and your account’s number when you open a
      checkout. We never see how you pay.</dd>
    <dt>Our mail provider</dt>
    <dd>delivers our mail to you: codes, news of a linked chat, and a changed policy.</dd>
    <dt>Discord and Slack</dt>
    <dd>carry what you type to the bot and what it answers, if that is where you use it, under their own policies. What you
      post or share in a channel, its members see.</dd>
  </dl>
  <p>Nobody else, unless the law has us tell. Nothing is sold, and nothing is used to train anything of ours.</p>`

const rights = html`<h2>Your rights</h2>
  <p>
    You can <a href="/account/export">export everything</a> held about you,
    <a href="/account/settings">correct your address</a>, and <a href="/account/delete">delete your account</a>, at any time
    and by yourself. You can object, have the use of your data limited, and complain to the data protection authority where
    you live. If this policy changes, every account is told by mail.
  </p>`
