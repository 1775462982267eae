/** The start page: what this is and what is running. */
import { html } from 'hono/html'
import type { Status, StatusPart } from '../status.ts'
import { type Markup, renderLayout } from './layout.ts'

export function renderStart({ platforms, parts }: Status): Markup {
  return renderLayout(
    'Pictures in team chat',
    html`<section class="hero">
      <h1>Pictures, where your team talks</h1>
      <p class="lead">Type what you want to see. The bot draws it, posts it where the team can see it, and remembers it.</p>
      <p class="command"><code>/imagine a lighthouse at dusk</code></p>
      <div class="actions">
        <a class="button primary" href="/account">Sign in</a>
        <a class="button" href="/pricing">Prices</a>
      </div>
    </section>
    <section aria-labelledby="where">
      <h2 id="where">Where it is</h2>
      ${renderPlatforms(platforms)}
      <p>Type <code>/link</code> there to connect the chat to your account, and <code>/help</code> for all it can do.</p>
    </section>
    <details class="operating">
      <summary>What this bot runs on</summary>
      <dl class="parts">${parts.map(renderPart)}</dl>
      ${parts.some((part) => part.standIn) ? renderStandInNote() : ''}
    </details>`,
  )
}

function renderPlatforms(platforms: readonly string[]): Markup {
  if (platforms.length === 0) return html`<p>No chat platform is connected yet.</p>`
  return html`<ul class="platforms" aria-label="Chat platforms">
    ${platforms.map((platform) => html`<li>${platform}</li>`)}
  </ul>`
}

function renderPart({ part, using, standIn }: StatusPart): Markup {
  return html`<div>
    <dt>${part}</dt>
    <dd>${using}${standIn ? html` <span class="badge">stand-in</span>` : ''}</dd>
  </div>`
}

function renderStandInNote(): Markup {
  return html`<p class="note">
    A <strong>stand-in</strong> does its part without an outside service, so that everything can be tried: what it
    makes is not the real thing. The README tells how to connect the service itself.
  </p>`
}
