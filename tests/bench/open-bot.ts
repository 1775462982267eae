/** The bot's inside as the program makes it of an environment, without the program around it. */
import { type Config, readConfig } from '#core/config.ts'
import { type Core, createCore, nobody, type Ports } from '#core/index.ts'
import { wirePorts } from '#core/wire.ts'
import { createRecordedLog } from '#tests/bots/recorded-log.ts'

export interface Bot {
  config: Config
  ports: Ports
  core: Core
}

export async function openBot(env: Record<string, string>): Promise<Bot> {
  const { config, secrets } = readConfig(env)
  const ports = { ...(await wirePorts(config, secrets, createRecordedLog().log)), outbound: nobody }
  return { config, ports, core: createCore(ports, config.rules) }
}
