/** What the start page says is running. */
import type { Config } from '#core/config.ts'

/** Platforms as people know them. */
export const platformTitles = { terminal: 'Terminal', discord: 'Discord', slack: 'Slack' } as const

/** A plain account of the wiring; it holds no secret, because anybody may read it. */
export interface Status {
  /** Names as people know them: `Discord`, `Slack`, `Terminal`. */
  platforms: readonly string[]
  parts: readonly StatusPart[]
}

export interface StatusPart {
  /** The need, as `Image model`. */
  part: string
  /** What serves it, as `OpenAI gpt-image-2`. */
  using: string
  /** It does the work without an outside service: nothing it makes is the real thing. */
  standIn: boolean
}

const providerNames = { discord: 'Discord', lemonsqueezy: 'Lemon Squeezy', test: 'Test checkout' } as const
const modelNames = { openai: 'OpenAI', placeholder: 'Placeholder' } as const
const hostNames = { cloudflare: 'Cloudflare Images', disk: 'This machine’s disk' } as const

/** What the start page says of this configuration. */
export function renderStatus(config: Config, platforms: readonly string[]): Status {
  const { store, model, host, providers, mailer } = config
  return {
    platforms,
    parts: [
      { part: 'Store', using: store.kind === 'mongodb' ? 'MongoDB' : 'SQLite', standIn: false },
      {
        part: 'Image model',
        using: [modelNames[model.kind], ...('ids' in model ? [model.ids.join(', ')] : [])].join(' '),
        standIn: model.kind === 'placeholder',
      },
      { part: 'Image host', using: hostNames[host.kind], standIn: false },
      {
        part: 'Payments',
        using: providers.map(({ kind }) => providerNames[kind]).join(', ') || 'Nothing is sold',
        standIn: providers.some(({ kind }) => kind === 'test'),
      },
      {
        part: 'Mail',
        using: mailer.kind === 'smtp' ? 'SMTP' : 'Printed on the console',
        standIn: mailer.kind === 'print',
      },
    ],
  }
}
