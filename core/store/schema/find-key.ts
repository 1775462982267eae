/** The key of an address that was stored before addresses had keys. */
import { readEmailAddress } from '#core/accounts/email-address.ts'

/** Also of what would not be taken as an address today. */
export const findKey = (email: string): string => readEmailAddress(email)?.key ?? email.toLowerCase()
