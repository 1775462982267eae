/** Small pieces of HTML for the sheet: everything shown is escaped once. */

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

export const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign)

/** What a message's JSON is read as: nothing of it is believed. */
export type Json = Readonly<Record<string, unknown>>

export const listOf = (value: unknown): Json[] => (Array.isArray(value) ? value : [])
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** An element; `inside` is markup. */
export function element(tag: string, className: string, inside: string): string {
  return `<${tag} class="${className}">${inside}</${tag}>`
}
