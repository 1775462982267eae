/** Every command of an operator. */
import { backUp } from './back-up.ts'
import { books } from './books.ts'
import { grant } from './grant.ts'
import { link } from './link.ts'
import { mailPolicy } from './mail-policy.ts'
import { migrate } from './migrate.ts'
import type { OperatorCommand } from './operator-command.ts'
import { order, orders } from './orders.ts'
import { refund } from './refund.ts'
import { rotateSecrets } from './rotate-secrets.ts'
import { undoGrant } from './undo-grant.ts'
import { usage } from './usage.ts'
import { verify } from './verify.ts'

/** In the order in which the help shows them. */
export const operatorCommands: readonly OperatorCommand[] = [
  link,
  grant,
  undoGrant,
  refund,
  orders,
  order,
  books,
  verify,
  usage,
  backUp,
  migrate,
  rotateSecrets,
  mailPolicy,
]
