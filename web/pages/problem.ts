/** The pages for what went wrong; they say what a visitor can do and nothing of the inside. */
import { html } from 'hono/html'
import { type Markup, renderLayout } from './layout.ts'

const problems = {
  'not-found': {
    title: 'Nothing here',
    text: 'This address leads to nothing. A picture that was here may have been deleted by the person who made it.',
  },
  'too-many': {
    title: 'That was often',
    text: 'You have asked for this many times in a short while. Try again in an hour.',
  },
  refused: {
    title: 'That did not work',
    text: 'The request was not one this page can take. Go back and try again.',
  },
  'other-origin': {
    title: 'That did not work',
    text: 'The request did not come from a page of this site, so nothing was changed. Open the site at its own address and try again.',
  },
  mail: {
    title: 'The mail could not be sent',
    text: 'Our mail server does not take mail for this address right now. Check the address, or try again in a minute.',
  },
  unavailable: {
    title: 'Back in a moment',
    text: 'The bot cannot reach its records right now. Nothing was changed; try again in a minute.',
  },
  failed: {
    title: 'Something went wrong',
    text: 'The fault is ours and has been noted. Try again in a minute.',
  },
} as const

export function renderProblem(problem: keyof typeof problems): Markup {
  return renderProblemPage(problems[problem], { href: '/', label: 'To the start page' })
}

/** A page that says what went wrong, and where to go from there. */
export function renderProblemPage(
  { title, text }: { title: string; text: string },
  next: { href: string; label: string },
): Markup {
  return renderLayout(
    title,
    html`<section class="problem">
      <h1>${title}</h1>
      <p class="lead">${text}</p>
      <p><a class="button primary" href="${next.href}">${next.label}</a></p>
    </section>`,
  )
}
