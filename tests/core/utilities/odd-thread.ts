/** A thread that does to the pool what its input's words name, for the pool's tests. */
import { parentPort, threadId } from 'node:worker_threads'
import { CoreError } from '#core/errors.ts'
import { type Answer, renderFailure, type Task } from '#core/utilities/answer.ts'

const tricks: Readonly<Record<string, (image?: Uint8Array<ArrayBuffer>) => Answer>> = {
  hang: () => {
    for (;;);
  },
  fill: () => {
    for (const held: string[][] = []; ; ) held.push(Array.from({ length: 100 }, (_, at) => `${at}${at}`))
  },
  end: () => process.exit(3),
  refuse: () => renderFailure(new CoreError('not-found', { id: 'x' })),
  fail: () => renderFailure(new RangeError('a mistake')),
  /** Named by how many bytes are in its memory. */
  echo: (bytes = new Uint8Array()) => ({
    made: { files: [{ name: String(bytes.buffer.byteLength), mime: 'text/plain', bytes }] },
  }),
  work: () => ({
    made: { files: [{ name: String(threadId), mime: 'text/plain', bytes: new Uint8Array(1) }] },
  }),
}

parentPort?.on('message', ({ input }: Task) => {
  const { text, image } = input as { text: string; image?: Uint8Array<ArrayBuffer> }
  parentPort?.postMessage(tricks[text]?.(image))
})
