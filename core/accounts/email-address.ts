/** Reads e-mail addresses: refuses what no mailbox can have, and finds the key by which one is looked up. */
import { domainToASCII } from 'node:url'

export interface EmailAddress {
  /** As typed: mail goes there. */
  address: string
  /** Equal for spellings that lead to one mailbox by all practice: ASCII letters in lower case, the domain as in DNS. */
  key: string
}

/** RFC 5321, 4.5.3.1: octets of a local part; and of a path, less its two brackets. */
const longestLocal = 64
const longest = 254

/**
 * RFC 5321, 4.1.2, with the characters beyond ASCII that RFC 6531 adds, and without the angle brackets in quotes: the
 * mailer would take them out, and mail would go to another address.
 */
const dotString = /^[\w!#$%&'*+\-/=?^`{|}~\u{80}-\u{10ffff}]+(\.[\w!#$%&'*+\-/=?^`{|}~\u{80}-\u{10ffff}]+)*$/u
const quotedString = /^"([ !#-;=?-[\]-~\u{80}-\u{10ffff}]|\\[ -;=?-~])*"$/u
/** A host name's label as DNS has it: RFC 5321, 2.3.5 wants a full name of them. */
const label = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/
/** Never part of an address: what ends a line or a header, and what hides or reorders text. */
const unfit = /[\p{Cc}\p{Cs}\u2028\u2029\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/u

/** Undefined when it is no address. Spaces around it are not taken to be part of it. */
export function readEmailAddress(text: string): EmailAddress | undefined {
  const address = text.replace(/^ +|(?<! ) +$/g, '')
  const at = address.lastIndexOf('@')
  const local = address.slice(0, Math.max(at, 0))
  const domain = address.slice(at + 1)
  if (unfit.test(address) || Buffer.byteLength(address) > longest) return undefined
  if (local === '' || Buffer.byteLength(local) > longestLocal) return undefined
  if (!dotString.test(local) && !quotedString.test(local)) return undefined
  const host = readHost(domain)
  return host === undefined ? undefined : { address, key: `${foldAscii(local)}@${host}` }
}

/** No address literal, no name of one label, none that a resolver would take for an IP address. */
function readHost(domain: string): string | undefined {
  if (!/^[a-z0-9.\-\u{80}-\u{10ffff}]+$/iu.test(domain)) return undefined
  const host = domainToASCII(domain)
  const labels = host.split('.')
  const isName = labels.length > 1 && host.length <= 253 && labels.every((part) => label.test(part))
  return isName && !/^\d+$/.test(labels.at(-1) ?? '') ? host : undefined
}

/** Letters beyond ASCII stay: some of them fall upon ASCII ones in lower case, and would open another's mailbox. */
function foldAscii(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase())
}

/** Google's two names for one mail service. */
const gmail = ['gmail.com', 'googlemail.com']

/**
 * A name for whoever reads an address, by its key: what stands behind a plus is a note to oneself with all large providers,
 * and Gmail does not see dots. Only ever compared, never mailed to.
 */
export function foldMailbox(key: string): string {
  const at = key.lastIndexOf('@')
  const [local, domain] = [key.slice(0, at), key.slice(at + 1)]
  if (local.startsWith('"')) return key
  const [name = ''] = local.split('+')
  const base = name === '' ? local : name
  return gmail.includes(domain) ? `${base.replaceAll('.', '')}@gmail.com` : `${base}@${domain}`
}
