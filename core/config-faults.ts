/** What can be wrong with variables that are each legal by themselves. */
import type { standIns, Values, Variable } from './variables.ts'

/** One thing wrong with one variable, as a sentence for an operator. */
export interface ConfigFault {
  variable: Variable
  problem: string
}

/** Variables that only make sense together. */
const groups: readonly (readonly Variable[])[] = [
  ['CLOUDFLARE_ACCOUNT_ID', 'CLOUDFLARE_API_TOKEN'],
  ['DISCORD_CLIENT_ID', 'DISCORD_CLIENT_SECRET'],
  ['LEMONSQUEEZY_API_KEY', 'LEMONSQUEEZY_STORE_ID', 'LEMONSQUEEZY_WEBHOOK_SECRET'],
  ['SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET'],
  ['SMTP_URL', 'MAIL_FROM'],
]

/**
 * What each stand-in stands in for, and the variable whose absence calls it in. The test checkout is not among them:
 * where it is not allowed, nothing is sold.
 */
const standInVariables: readonly (readonly [(typeof standIns)[number], string, Variable])[] = [
  ['model', 'the placeholder model', 'OPENAI_API_KEY'],
  ['mailer', 'the printing mailer', 'SMTP_URL'],
]

/** Every such fault. A variable that has a fault by itself counts as absent here. */
export function findCombinationFaults(values: Partial<Values>): ConfigFault[] {
  return [
    ...findGroupFaults(values),
    ...findStandInFaults(values),
    ...findAddressFaults(values),
    ...findSlackFaults(values),
    ...findOthers(values),
  ]
}

function findGroupFaults(values: Partial<Values>): ConfigFault[] {
  return groups.flatMap((group) => {
    const present = group.filter((name) => values[name] !== undefined)
    if (present.length === 0) return []
    return group
      .filter((name) => values[name] === undefined)
      .map((variable) => ({ variable, problem: `is missing, while ${present.join(' and ')} is set` }))
  })
}

function findStandInFaults(values: Partial<Values>): ConfigFault[] {
  if (values.NODE_ENV !== 'production') return []
  return standInVariables
    .filter(([name, , variable]) => !values[variable] && !values.ALLOW_STAND_INS?.includes(name))
    .map(([name, what, variable]) => ({
      variable,
      problem: `is missing: in production ${what} must be allowed by ALLOW_STAND_INS=${name}`,
    }))
}

/** Links and the session cookie are only as safe as the address that people use. */
function findAddressFaults({ NODE_ENV, PUBLIC_URL }: Partial<Values>): ConfigFault[] {
  const variable = 'PUBLIC_URL'
  if (NODE_ENV !== 'production') return []
  if (!PUBLIC_URL) {
    return [
      { variable, problem: 'is missing: in production it says where links lead, as https://bot.example.com' },
    ]
  }
  const { protocol, hostname } = new URL(PUBLIC_URL)
  if (protocol === 'https:' || isLoopback(hostname)) return []
  return [{ variable, problem: 'must start with https:// in production, unless it names this very machine' }]
}

/** As WHATWG URLs write host names: an IPv4 address in any spelling has become four numbers. */
function isLoopback(hostname: string): boolean {
  return /^(?:(?:.+\.)?localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname)
}

function findSlackFaults(values: Partial<Values>): ConfigFault[] {
  const {
    SLACK_BOT_TOKEN: bot,
    SLACK_APP_TOKEN: app,
    SLACK_SIGNING_SECRET: secret,
    SLACK_CLIENT_ID: client,
  } = values
  const faults: ConfigFault[] = []
  if ((bot || client) && !app && !secret) {
    faults.push({
      variable: 'SLACK_SIGNING_SECRET',
      problem: 'is missing: Slack needs it for HTTP, or SLACK_APP_TOKEN for Socket Mode',
    })
  }
  if ((app || secret) && !bot && !client) {
    faults.push({
      variable: 'SLACK_BOT_TOKEN',
      problem: 'is missing: Slack needs it for one workspace, or SLACK_CLIENT_ID for many',
    })
  }
  return faults
}

function findOthers({
  MONGODB_URI,
  SESSION_SECRET,
  LEMONSQUEEZY_API_KEY,
  CREDIT_PACKS,
  DISCORD_SKUS = [],
  DISCORD_TOKEN,
  DISCORD_CLIENT_ID,
}: Partial<Values>): ConfigFault[] {
  const faults: ConfigFault[] = []
  const needing = [DISCORD_SKUS.length > 0 && 'DISCORD_SKUS', DISCORD_CLIENT_ID && 'DISCORD_CLIENT_ID'].find(
    Boolean,
  )
  if (needing && !DISCORD_TOKEN) {
    faults.push({ variable: 'DISCORD_TOKEN', problem: `is missing, while ${needing} is set` })
  }
  for (const { pack } of DISCORD_SKUS) {
    if (!CREDIT_PACKS || CREDIT_PACKS.some(({ name }) => name === pack)) continue
    faults.push({
      variable: 'DISCORD_SKUS',
      problem: `sells the pack "${pack}", which CREDIT_PACKS does not have`,
    })
  }
  if (MONGODB_URI && !SESSION_SECRET) {
    faults.push({
      variable: 'SESSION_SECRET',
      problem: 'is missing: with MONGODB_URI several processes may run, and all must share it',
    })
  }
  if (LEMONSQUEEZY_API_KEY && CREDIT_PACKS?.some(({ variant }) => variant === undefined)) {
    faults.push({
      variable: 'CREDIT_PACKS',
      problem: 'must give every pack its Lemon Squeezy variant, as name:credits:price:variant',
    })
  }
  return faults
}
