/** Runs the stand-in by itself and prints the variables that lead the bot to it: `node tests/standins/cloudflare/main.ts [port]`. */
import { startCloudflareStandin } from './standin.ts'

const standin = await startCloudflareStandin({ port: Number(process.argv[2] ?? 0) })
process.stdout.write(`CLOUDFLARE_BASE_URL=${standin.baseUrl}
CLOUDFLARE_ACCOUNT_ID=${standin.accountId}
CLOUDFLARE_API_TOKEN=${standin.apiToken}
CLOUDFLARE_IMAGES_VARIANT=public
`)
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => standin.close())
