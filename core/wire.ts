/** Makes real ports of a configuration. The only file that imports the vendors' files, and only those in use. */
import { randomInt } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { ImageHost, PreparePicture } from '#core/hosting/image-host.ts'
import type { Models } from '#core/images/models.ts'
import type { Migrate } from '#core/operations/migrate.ts'
import type { RotateSecret } from '#core/operations/rotate-secret.ts'
import type { Provider } from '#core/payments/provider.ts'
import { nameProcess } from '#core/process/process-name.ts'
import { createDurableSecret } from '#core/secrets/durable-secret.ts'
import { keepAsSealingKey, openSealingKeys, type SealingKeys } from '#core/secrets/sealing-keys.ts'
import { openSecretFile } from '#core/secrets/secret-file.ts'
import type { Opening } from '#core/store/opening.ts'
import type { Store } from '#core/store/store.ts'
import { createRandomId, systemClock } from './clock.ts'
import { type Config, findSqliteFile, type Secrets } from './config.ts'
import type { Operations, Ports } from './index.ts'
import type { Log } from './log.ts'

/** How a store is opened, by whom. */
export interface StoreUse extends Omit<Opening, 'log'> {
  /** Goes through all there is, which takes longer than a person in chat waits. */
  isOperator?: true
}

/** Beside the bot, which alone makes a store and brings it up to date. */
export const besideBot: StoreUse = { mustExist: true, upgrades: false }

/** Rejects with `store-unavailable` when the store cannot be opened, with the system's error when the data folder cannot be made. */
export async function wirePorts(
  config: Config,
  secrets: Secrets,
  log: Log,
  opening: StoreUse = {},
): Promise<Omit<Ports, 'outbound'>> {
  const secret = await openSecret(config, secrets)
  const { createKeptPictures } = await import('#core/hosting/kept-pictures.ts')
  const [store, models, host, providers, signIns] = await Promise.all([
    openStore(config, secrets, log, opening),
    openModels(config, secrets, log),
    openHost(config, secrets, log),
    openProviders(config, secrets, secret, log),
    openSignIns(config, secrets),
  ])
  return {
    store,
    ...models,
    host,
    prepare: preparePicture,
    kept: createKeptPictures(join(config.dataDir, 'unhosted')),
    providers,
    signIns,
    clock: systemClock,
    createId: createRandomId,
    randomInt: (below) => randomInt(below),
    secret,
    durableSecret: createDurableSecret(store.records, systemClock),
    publicUrl: config.publicUrl,
    log,
    ...(secrets.metricsToken !== undefined && {
      metrics: (await import('#core/metrics/prometheus.ts')).createPrometheusMetrics(),
    }),
    ...nameProcess(),
  }
}

/**
 * What an operator works with beside the bot: the store alone, which the bot has made. Rejects with `MissingStoreError`,
 * with `UnsettledError` where the bot may not work on it either, and as `wirePorts` does.
 */
export async function wireOperations(config: Config, secrets: Secrets, log: Log): Promise<Operations> {
  const { createOperations } = await import('#core/operations/operations.ts')
  const { requireSettled } = await import('#core/store/migration-mark.ts')
  const store = await openStore(config, secrets, log, { ...besideBot, isOperator: true })
  try {
    await requireSettled(store.records, systemClock.now())
    const ports = {
      // Nothing is sold here, so the test checkout has nothing to sign.
      providers: await openProviders(config, secrets, '', log),
      durableSecret: createDurableSecret(store.records, systemClock),
      store,
      clock: systemClock,
      createId: createRandomId,
    }
    return createOperations(ports, config.rules)
  } catch (error) {
    await store.close()
    throw error
  }
}

/** From the SQLite file of the data folder to the MongoDB that is configured. Opens both by itself. */
export function wireMigrate(config: Config, secrets: Secrets, log: Log): Migrate {
  const file = findSqliteFile(config.dataDir)
  async function openMigration() {
    if (!existsSync(file)) return undefined
    const from = await openStore({ ...config, store: { kind: 'sqlite', file } }, secrets, log, besideBot)
    try {
      const use: StoreUse = { upgrades: false, isOperator: true }
      return { from, to: await openStore({ ...config, store: { kind: 'mongodb' } }, secrets, log, use) }
    } catch (error) {
      await from.close()
      throw error
    }
  }
  return async (onKind) => {
    const { createMigrate } = await import('#core/operations/migrate.ts')
    return await createMigrate({ openMigration, clock: systemClock, ...nameProcess() })(onKind)
  }
}

/** Needs no store. */
export function wireRotateSecret(config: Config, secrets: Secrets): RotateSecret {
  const file = findSecretFile(config)
  return async () => {
    const { rotateSecretFile } = await import('#core/operations/rotate-secret.ts')
    const isMade = config.store.kind === 'sqlite' && existsSync(config.store.file)
    if (isMade && secrets.slackClientId !== undefined) {
      await keepAsSealingKey(secrets.session ?? (await openSecretFile(file)), findSealingFile(config))
    }
    return await rotateSecretFile(file, secrets.session !== undefined)
  }
}

/**
 * For the tokens of Slack workspaces. By the session secret they were sealed once; with MongoDB the client secret seals
 * where no key is configured, since it lasts. Rejects with the system's error when the data folder cannot be used.
 */
export async function wireSealingKeys(
  config: Config,
  secrets: Secrets,
  session: string,
): Promise<SealingKeys> {
  const { sealing: configured, slackClientSecret: client } = secrets
  const others: SealingKeys = client === undefined ? [session] : [client, session]
  const mayMake = config.store.kind === 'sqlite'
  return await openSealingKeys({ configured, file: findSealingFile(config), mayMake, others })
}

const findSecretFile = ({ dataDir }: Config) => join(dataDir, 'session-secret')
const findSealingFile = ({ dataDir }: Config) => join(dataDir, 'sealing-key')

async function openSecret(config: Config, secrets: Secrets): Promise<string> {
  await mkdir(config.dataDir, { recursive: true })
  return secrets.session ?? (await openSecretFile(findSecretFile(config)))
}

async function openStore(config: Config, secrets: Secrets, log: Log, use: StoreUse): Promise<Store> {
  if (config.store.kind === 'mongodb') {
    const { createMongoStore } = await import('#core/store/mongodb/mongo-store.ts')
    return createMongoStore({ uri: secrets.mongodbUri ?? '', log, ...use })
  }
  const { createSqliteStore } = await import('#core/store/sqlite/sqlite-store.ts')
  log.debug({}, 'Opening the SQLite store')
  return createSqliteStore({ file: config.store.file, log, ...use })
}

async function openModels({ model }: Config, secrets: Secrets, log: Log): Promise<Models> {
  switch (model.kind) {
    case 'openai': {
      const { createOpenAIModel } = await import('#core/images/openai/model.ts')
      const { ids, baseUrl } = model
      const settings = {
        apiKey: secrets.openaiApiKey ?? '',
        clock: systemClock,
        log,
        ...(baseUrl && { baseUrl }),
      }
      const [first, ...others] = ids
      return {
        model: createOpenAIModel({ ...settings, model: first }),
        otherModels: others.map((id) => createOpenAIModel({ ...settings, model: id })),
      }
    }
    case 'placeholder':
      return { model: (await import('#core/images/placeholder/model.ts')).createPlaceholderModel() }
  }
}

async function openHost(config: Config, secrets: Secrets, log: Log): Promise<ImageHost> {
  const { host, publicUrl } = config
  if (host.kind === 'cloudflare') {
    const { openCloudflareHost } = await import('#core/hosting/open-cloudflare-host.ts')
    const { warnOfPace } = await import('#core/hosting/warn-of-pace.ts')
    warnOfPace(config.rules.imagesPerMinute, log)
    const apiToken = secrets.cloudflareApiToken ?? ''
    return await openCloudflareHost({ ...host, apiToken, clock: systemClock, log })
  }
  const { createDiskHost } = await import('#core/hosting/disk-host.ts')
  return createDiskHost({ folder: host.folder, publicUrl })
}

async function openProviders(
  config: Config,
  secrets: Secrets,
  secret: string,
  log: Log,
): Promise<readonly Provider[]> {
  return await Promise.all(
    config.providers.map((provider) => openProvider(provider, config, secrets, secret, log)),
  )
}

async function openProvider(
  provider: Config['providers'][number],
  { packs, publicUrl, production }: Config,
  secrets: Secrets,
  secret: string,
  log: Log,
): Promise<Provider> {
  const common = { packs, clock: systemClock }
  if (provider.kind === 'test') {
    const { createTestCheckout } = await import('#core/payments/test-checkout.ts')
    return createTestCheckout({ ...common, secret, publicUrl, createId: createRandomId })
  }
  if (provider.kind === 'discord') {
    const { createDiscordPremium } = await import('#core/payments/discord-premium.ts')
    const token = secrets.discordToken ?? ''
    return createDiscordPremium({ ...provider, token, testMode: !production, clock: systemClock, log })
  }
  const { createLemonSqueezy } = await import('#core/payments/lemon-squeezy.ts')
  return createLemonSqueezy({
    ...common,
    apiKey: secrets.lemonSqueezyApiKey ?? '',
    webhookSecret: secrets.lemonSqueezyWebhookSecret ?? '',
    storeId: provider.storeId,
    testMode: !production,
    log,
    ...(provider.baseUrl && { baseUrl: provider.baseUrl }),
  })
}

const openSignIns = async ({ signIns }: Config, secrets: Secrets) =>
  signIns.length === 0
    ? []
    : (await import('#core/accounts/open-sign-ins.ts')).openSignIns(signIns, secrets, systemClock)

/** The picture codec is loaded with the first picture, so that starting does not wait for it. */
const preparePicture: PreparePicture = async (picture, origin) => {
  if (origin === 'brought') return (await import('#core/hosting/prepare-brought.ts')).prepareBrought(picture)
  return (await import('#core/hosting/prepare-drawn.ts')).prepareDrawn(picture)
}
