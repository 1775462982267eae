/** What pages are made of. */
import type { html } from 'hono/html'

/** Finished or coming markup, in which every value has been escaped. */
export type Markup = ReturnType<typeof html>
