/** Runs the OpenAI stand-in as a program, for demonstrations: prints what to set, serves until interrupted. */
import { startOpenAIStandin } from './openai-standin.ts'

const apiKey = 'sk-standin'
const port = Number(process.argv[2] ?? 0)
const standin = await startOpenAIStandin({ apiKey, port, detail: 'grainy' })
process.stdout.write(`OPENAI_BASE_URL=${standin.url}\nOPENAI_API_KEY=${apiKey}\n`)
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void standin.close())
