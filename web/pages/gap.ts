/** What an operator has yet to say, where a page should. */
import { html } from 'hono/html'
import type { Markup } from './layout.ts'

/** `variable` fills it. */
export const renderGap = (what: string, variable: string): Markup =>
  html`<mark class="gap">[${what}: <code>${variable}</code>]</mark>`
