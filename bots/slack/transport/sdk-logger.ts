/** Where the SDK's own log lines go: nowhere, since they quote tokens, addresses and what people typed. */
import { type Logger, LogLevel } from '@slack/bolt'

/** What matters of them comes back as an error too, and is logged by whoever handles that. */
export function createSdkLogger(): Logger {
  const ignore = () => undefined
  return {
    debug: ignore,
    info: ignore,
    warn: ignore,
    error: ignore,
    setLevel: ignore,
    getLevel: () => LogLevel.ERROR,
    setName: ignore,
  }
}
