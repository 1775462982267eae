/** The check of app manifests against Slack's own schema. */
import { describe, expect, test } from 'vitest'
import { checkManifest } from './check-manifest.ts'

const specsDir = process.env.API_SPECS_DIR ?? ''

describe.skipIf(!specsDir)('a manifest', () => {
  const manifest = {
    _metadata: { major_version: 2 },
    display_information: { name: 'boats' },
    features: { bot_user: { display_name: 'boats' } },
    oauth_config: { scopes: { bot: ['commands'] } },
  }

  test('passes', async () => expect(await checkManifest(manifest, specsDir)).toEqual([]))

  test('with a name over 35 characters does not', async () => {
    const faulty = { ...manifest, display_information: { name: 'x'.repeat(36) } }
    expect(await checkManifest(faulty, specsDir)).not.toEqual([])
  })
})
