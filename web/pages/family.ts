/** The family of a picture: what it came from, and what came of it. */
import { html } from 'hono/html'
import { type Core, type Generation, namePicture } from '#core/index.ts'
import { renderAccountPage } from './account-frame.ts'
import type { Markup } from './layout.ts'
import { renderAll } from './pictures.ts'
import { shorten } from './words.ts'

type Family = Awaited<ReturnType<Core['history']['family']>>

export function renderFamily({ generation, steps, before, children, hasMore }: Family): Markup {
  return renderAccountPage(
    '/account/pictures',
    'Family of a picture',
    html`<section>
      <h1>Family of a picture</h1>
      <ul class="gallery">${renderMember(generation)}</ul>
      <p><a href="/account/pictures">All your pictures</a></p>
    </section>
    <section aria-labelledby="from">
      <h2 id="from">What it came from</h2>
      ${renderBefore(before)}
      ${steps.length === 0 && before === undefined ? html`<p>From words alone.</p>` : ''}
      <ul class="gallery">${steps.map(renderMember)}</ul>
    </section>
    <section aria-labelledby="of">
      <h2 id="of">What you made of it</h2>
      ${children.length === 0 ? html`<p>Nothing yet.</p>` : ''}
      <ul class="gallery">${children.map(renderMember)}</ul>
      ${hasMore ? html`<p class="note">And more, made before.</p>` : ''}
    </section>`,
  )
}

function renderBefore(before: Family['before']): Markup | '' {
  if (before === undefined) return ''
  return before === 'gone'
    ? html`<p class="note">The picture it began with is gone.</p>`
    : html`<p class="note">There are more steps before these.</p>`
}

/** It may be somebody else's, so that nothing but looking is offered. */
function renderMember(generation: Generation): Markup {
  const name = namePicture(generation)
  return html`<li class="card">
    ${renderAll(generation)}
    <p class="prompt">${shorten(generation.asked.prompt, 300)}</p>
    <p class="quiet"><a href="/account/pictures/${name}/family"><code>${name}</code></a></p>
  </li>`
}
