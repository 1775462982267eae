/** A thread of the pool: does one job after another. */
import { parentPort } from 'node:worker_threads'
import { type Answer, renderFailure, type Task } from './answer.ts'
import { catalog } from './catalog.ts'

async function answer({ name, input }: Task): Promise<Answer> {
  try {
    const job = await catalog[name].load()
    // The pool gives each job what that job takes.
    return { made: await job(input as never) }
  } catch (error) {
    return renderFailure(error)
  }
}

parentPort?.on('message', async (task: Task) => parentPort?.postMessage(await answer(task)))
