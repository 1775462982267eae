/** A picture's host that fails for a moment: Slack is asked again to show the picture before it becomes a link. */
import { once } from 'node:events'
import { createServer } from 'node:http'
import { expect, it, onTestFinished } from 'vitest'
import { pixel } from '../scripted-model.ts'
import { isPicture, startRig } from './rig.ts'

/** Answers these statuses, and then with the picture. */
async function startHost(statuses: number[]): Promise<string> {
  const server = createServer((_request, response) => {
    const status = statuses.shift()
    response.writeHead(status ?? 200).end(status === undefined ? pixel : 'no')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => new Promise((resolve) => server.close(() => resolve())))
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
}

const pauses = [0, 10, 20]

it.each([
  ['by a command', [503], '/imagine'],
  ['twice', [503, 500], '/imagine'],
  ['when it is not there yet', [404], '/imagine'],
])('shows the picture after its host failed %s', async (_when, statuses, command) => {
  const { ada, general, answered, logged } = await startRig({
    pictureUrl: await startHost([...statuses]),
    switches: { fetchImages: true },
    timing: { settling: pauses },
    expectsFaults: true,
  })
  ada.slash(general, command, 'a gull')
  await answered()
  expect(general.visibleTo(ada).map(isPicture)).toEqual([true])
  const told = logged.filter(({ message }) => message === 'Slack could not show a picture')
  expect(told.map(({ level }) => level)).toEqual(statuses.map(() => 'warn'))
})

it('shows a private picture after its host failed', async () => {
  const { ada, general, answered } = await startRig({
    pictureUrl: await startHost([502]),
    switches: { fetchImages: true },
    timing: { settling: pauses },
    expectsFaults: true,
  })
  ada.slash(general, '/imagine', 'a gull --private')
  await answered()
  expect(general.visibleTo(ada).map(isPicture)).toContain(true)
})
