/** Runs the stand-in by itself and prints the variables that lead the bot to it: `node tests/standins/lemonsqueezy/main.ts [port] [webhook address]`. */
import { startLemonSqueezyStandin } from './standin.ts'

const [port, webhookUrl = 'http://localhost:3000/webhooks/lemonsqueezy'] = process.argv.slice(2)
const standin = await startLemonSqueezyStandin({ port: Number(port ?? 0) })
standin.sendTo(webhookUrl)
process.stdout.write(`LEMONSQUEEZY_BASE_URL=${standin.baseUrl}
LEMONSQUEEZY_API_KEY=${standin.apiKey}
LEMONSQUEEZY_STORE_ID=${standin.storeId}
LEMONSQUEEZY_WEBHOOK_SECRET=${standin.webhookSecret}
CREDIT_PACKS=starter:100:$5:101,team:500:$20:102
`)
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => standin.close())
