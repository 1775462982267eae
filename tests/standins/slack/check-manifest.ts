/** Checks an app manifest against Slack's own schema, from the folder named by API_SPECS_DIR. */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'

/** The schema's complaints; none when Slack would take the manifest. */
export async function checkManifest(manifest: unknown, specsDir: string): Promise<readonly string[]> {
  const file = path.join(specsDir, 'slack-manifest.schema.json')
  const ajv = new Ajv({ strict: false, allErrors: true })
  addFormats.default(ajv)
  const validate = ajv.compile(JSON.parse(await readFile(file, 'utf8')))
  if (validate(manifest)) return []
  return (validate.errors ?? []).map((error) => `${error.instancePath || '/'} ${error.message}`)
}
