/** The web module on a real core and a real store in a folder of its own, and browsers that visit it. */

import { randomInt } from 'node:crypto'
import { join } from 'node:path'
import { createRandomId } from '#core/clock.ts'
import { CoreError } from '#core/errors.ts'
import { createDiskHost } from '#core/hosting/disk-host.ts'
import {
  type Core,
  type Generation,
  nobody,
  type Outbound,
  type Ports,
  type Post,
  type Rules,
} from '#core/index.ts'
import type { Store } from '#core/store/store.ts'
import { createPlainCore } from '#tests/core/rig.ts'
import { openSqliteStore } from '#tests/core/store/new-sqlite.ts'
import { createVirtualClock } from '#tests/crash/virtual-clock.ts'
import { createKeptLog } from '#tests/kept-log.ts'
import { createFolder } from '#tests/temporary-folder.ts'
import { type AppOptions, createApp } from '#web/app.ts'
import type { Mail } from '#web/mailer.ts'
import { createLinkMail } from '#web/mails/link-mail.ts'

export const publicUrl = 'https://bot.example'

/** A script that is none of our own files. */
export const foreignScript = /<script(?! type="module" src="\/assets\/)/

/** One pixel. */
export const png = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
)

const packs = [
  { name: 'starter', credits: 100, price: '$5' },
  { name: 'studio', credits: 500, price: '$20' },
]

export type Rig = Awaited<ReturnType<typeof createRig>>

export async function createRig(
  options: {
    folder?: string
    app?: Partial<AppOptions>
    outbound?: Partial<Outbound<Generation>>
    picture?: Uint8Array<ArrayBuffer>
    /** Until when a drawing waits. */
    beforeDrawing?: (prompt: string) => Promise<void>
    url?: string
    rules?: Partial<Rules>
    providers?: Ports['providers']
    signIns?: Ports['signIns']
    /** Stands before the store. */
    watch?(store: Store): Store
  } = {},
) {
  const { folder = createFolder(), picture = png, url = publicUrl } = options
  const clock = createVirtualClock()
  const mails: Mail[] = []
  const retracted: Post[] = []
  const { log, lines } = createKeptLog()
  const file = join(folder, 'store.sqlite')
  const opened = await openSqliteStore(file)
  const store = options.watch?.(opened) ?? opened
  const host = createDiskHost({ folder: join(folder, 'pictures'), publicUrl: url })

  const mailer = options.app?.mailer ?? { send: async (mail: Mail) => void mails.push(mail) }
  const createCoreOn = (ports: { store: Store; outbound?: Partial<Outbound<Generation>> }): Core =>
    createPlainCore(
      {
        store: ports.store,
        outbound: {
          ...nobody,
          deliver: async () => undefined,
          linked: createLinkMail({ findLanguages: async () => ({}), mailer, publicUrl }),
          ...options.outbound,
          ...ports.outbound,
        },
        model: {
          id: 'scripted',
          async draw({ prompt, count }) {
            await options.beforeDrawing?.(prompt)
            if (prompt === 'fail') throw new CoreError('vendor-down', {})
            return { pictures: Array.from({ length: count }, () => picture) }
          },
        },
        // As a test has it by then, too.
        host: { ...host, read: (...given) => host.read(...given) },
        ...(options.providers && { providers: options.providers }),
        ...(options.signIns && { signIns: options.signIns }),
        ...{ clock, log, packs, publicUrl, createId: createRandomId, randomInt },
      },
      { runningPerAccount: 4, ...options.rules },
    )
  const core = createCoreOn({ store })
  const appOptions: AppOptions = {
    core,
    status: { platforms: ['Discord'], parts: [] },
    publicUrl,
    listAway: () => ({}),
    listInstallLinks: () => ({}),
    log,
    servesPictures: true,
    mailer,
    retract: async (post) => void retracted.push(post),
    operator: { name: 'Lighthouse Ltd', refundDays: 14 },
    policy: {
      platforms: ['Discord', 'Slack'],
      model: 'openai',
      host: 'cloudflare',
      store: 'sqlite',
      providers: ['lemonsqueezy'],
      mailer: 'smtp',
      signIns: [],
      keepsLog: false,
    },
    trustedProxies: 0,
    welcomeCredits: 100,
    ...options.app,
  }
  return {
    app: createApp(appOptions),
    options: appOptions,
    core,
    store,
    clock,
    mails,
    retracted,
    lines,
    log,
    file,
    folder,
    host,
    createCoreOn,
  }
}

/** What a mail's code is; the last one sent, unless `to` says whose. */
export function findCode(mails: readonly Mail[], to?: string): string {
  return readCode(mails.findLast((each) => to === undefined || each.to === to)?.text)
}

/** The code on a page or in a mail. */
export const readCode = (text = ''): string => /\d{4} \d{4}/.exec(text)?.[0] ?? ''
