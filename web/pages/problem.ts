/** The pages for what went wrong; they say what a visitor can do and nothing of the inside. */
import { html } from 'hono/html'
import type { Words } from '#core/index.ts'
import { findWords } from '../language.ts'
import { type Markup, renderLayout } from './layout.ts'

export function renderProblem(problem: keyof Words['problems']): Markup {
  const { problems, toStart, toAccount } = findWords()
  return renderProblemPage(
    problems[problem],
    { href: '/', label: toStart },
    { href: '/account', label: toAccount },
  )
}

/** A page that says what went wrong, and where to go from there. */
export function renderProblemPage(
  { title, text }: { title: string; text: string },
  next: { href: string; label: string },
  other?: { href: string; label: string },
): Markup {
  return renderLayout(
    title,
    html`<section class="problem">
      <h1>${title}</h1>
      <p class="lead">${text}</p>
      <div class="actions">
        <a class="button primary" href="${next.href}">${next.label}</a>
        ${other ? html`<a href="${other.href}">${other.label}</a>` : ''}
      </div>
    </section>`,
  )
}
