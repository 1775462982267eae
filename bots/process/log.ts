/** The log: one JSON object a line, on standard error or in a file, with nothing personal in it. */
import { join } from 'node:path'
import { pino } from 'pino'
import type { Config } from '#core/config.ts'
import type { Log } from '#core/index.ts'
import { traceFault } from '../trace-fault.ts'

/**
 * @param toFile write to `imgsrc.log` in the data folder, because a person is using the terminal
 */
export function createLog(config: Pick<Config, 'logLevel' | 'dataDir'>, toFile: boolean): Log {
  const destination = pino.destination({
    dest: toFile ? join(config.dataDir, 'imgsrc.log') : 2,
    mkdir: true,
    sync: true,
  })
  // An error's message may quote what a person typed, so only its names, codes and places are kept.
  return pino({ level: config.logLevel, serializers: { err: (error) => traceFault(error) } }, destination)
}
