/** A core with the real models and hosts on stand-ins of the vendors, and people who order of it. */

import { join } from 'node:path'
import { expect, onTestFinished } from 'vitest'
import { type Clock, createRandomId, systemClock } from '#core/clock.ts'
import { type CloudflareHostOptions, createCloudflareHost } from '#core/hosting/cloudflare-host.ts'
import { prepareDrawn } from '#core/hosting/prepare-drawn.ts'
import { createOpenAIModel } from '#core/images/openai/model.ts'
import type { Generation, Rules } from '#core/index.ts'
import { createPlainCore, type Parts } from '#tests/core/rig.ts'
import { createKeptLog } from '#tests/kept-log.ts'
import { type CloudflareStandin, startCloudflareStandin } from '#tests/standins/cloudflare/standin.ts'
import { startOpenAIStandin } from '#tests/standins/openai/openai-standin.ts'
import { createFolder } from '#tests/temporary-folder.ts'
import { openSqliteStore } from '../store/new-sqlite.ts'

export function hostOn(standin: CloudflareStandin, changes: Partial<CloudflareHostOptions> = {}) {
  const { accountId, apiToken, baseUrl } = standin
  return createCloudflareHost({
    accountId,
    apiToken,
    baseUrl,
    variant: 'public',
    clock: systemClock,
    ...changes,
  })
}

/** `parts` are told the folder of the test. */
export async function startVendors(
  clock: Clock,
  parts: (folder: string) => Partial<Parts> = () => ({}),
  rules: Partial<Rules> = {},
  model = 'gpt-image-2',
) {
  const [cloudflare, openai] = [await startCloudflareStandin(), await startOpenAIStandin({ models: [model] })]
  const folder = createFolder()
  const { log, lines } = createKeptLog()
  const settings = { apiKey: 'sk-standin', baseUrl: openai.url, model }
  const core = createPlainCore(
    {
      ...{ clock, log, createId: createRandomId },
      store: await openSqliteStore(join(folder, 'store.sqlite')),
      model: createOpenAIModel({ ...settings, clock, log }),
      host: hostOn(cloudflare, { clock }),
      prepare: (bytes) => prepareDrawn(bytes),
      ...parts(folder),
    },
    rules,
  )
  onTestFinished(async () => {
    await core.stop(0)
    await Promise.all([core.close(), cloudflare.close(), openai.close()])
    expect([...cloudflare.faults, ...openai.faults]).toEqual([])
  })
  await core.start()

  async function order(who: string): Promise<Generation> {
    const account = await core.accounts.openAccount({ platform: 'terminal', user: who, name: who })
    const origin = { platform: 'terminal', address: {} } as const
    const call = { owner: account.id, call: who, origin, prompt: `a fox for ${who}` }
    return await (await core.images.order({ ...call, quality: 'draft' })).done
  }
  return { core, cloudflare, openai, lines, order }
}
