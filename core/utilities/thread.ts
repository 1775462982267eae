/** A thread of the pool: does one job after another. */
import { parentPort } from 'node:worker_threads'
import sharp from 'sharp'
import { type Answer, renderFailure, type Task } from './answer.ts'
import { catalog } from './catalog.ts'

// A job keeps one core busy, whatever the machine's own habit: those who wait to be acknowledged need the other.
sharp.concurrency(1)

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
