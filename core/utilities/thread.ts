/** A thread of the pool: does one job after another. */
import { setPriority } from 'node:os'
import { parentPort } from 'node:worker_threads'
import sharp from 'sharp'
import { type Answer, listHandedOver, renderFailure, type Task } from './answer.ts'
import { catalog } from './catalog.ts'

/** As nice(1) has it where nobody says. */
const lessUrgent = 10

// A job keeps one core busy, whatever the machine's own habit: those who wait to be acknowledged need the other.
sharp.concurrency(1)
// On Linux, this is of the thread alone (setpriority(2), "C library/kernel differences"): who waits to be acknowledged goes first.
if (process.platform === 'linux') setPriority(lessUrgent)

async function answer({ name, input }: Task): Promise<Answer> {
  try {
    const job = await catalog[name].load()
    // The pool gives each job what that job takes.
    return { made: await job(input as never) }
  } catch (error) {
    return renderFailure(error)
  }
}

parentPort?.on('message', async (task: Task) => {
  const answered = await answer(task)
  const files = 'made' in answered ? answered.made.files.map(({ bytes }) => bytes) : []
  parentPort?.postMessage(answered, listHandedOver(files))
})
