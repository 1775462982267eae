/** Checks that the pictures blocks name are there, belong to the workspace and are of a format Slack shows. */
import type { World } from '../world.ts'
import { isShape, type Shape, shapeIn, stringIn } from './shape.ts'

/** The faults of every image in the blocks: PNG, JPEG and GIF only. */
export async function checkPictures(
  world: World,
  teamId: string,
  value: unknown,
  pointer: string,
): Promise<readonly string[]> {
  if (Array.isArray(value)) {
    const found = value.map((part, index) => checkPictures(world, teamId, part, `${pointer}/${index}`))
    return (await Promise.all(found)).flat()
  }
  if (!isShape(value)) return []
  const inside = Object.entries(value).map(([key, part]) =>
    checkPictures(world, teamId, part, `${pointer}/${key}`),
  )
  const own = value.type === 'image' ? await checkPicture(world, teamId, value, pointer) : []
  return [...own, ...(await Promise.all(inside)).flat()]
}

async function checkPicture(
  world: World,
  teamId: string,
  image: Shape,
  pointer: string,
): Promise<readonly string[]> {
  const file = shapeIn(image, 'slack_file')
  if (file) {
    const found = [...world.files.values()].find(
      (one) => one.id === file.id || fileUrl(world, one.id) === file.url,
    )
    const usable =
      found?.state === 'complete' &&
      found.teamId === teamId &&
      found.readyAt <= world.clock.now() &&
      /^image\/(png|jpeg|gif)$/.test(found.mimetype)
    return usable ? [] : [`invalid slack file [json-pointer:${pointer}/slack_file]`]
  }
  const url = stringIn(image, 'image_url')
  const format = /\.(webp|avif|svg|bmp|tiff?|heic)$/i.test(new URL(url).pathname)
  if (format) return [`invalid image type [json-pointer:${pointer}/image_url]`]
  if (world.switches.fetchImages && !(await isShowable(url))) {
    return [`downloading image failed [json-pointer:${pointer}/image_url]`]
  }
  return []
}

async function isShowable(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { redirect: 'follow' })
    const start = new Uint8Array(await response.arrayBuffer()).subarray(0, 4)
    return response.ok && findImageType(start) !== undefined
  } catch {
    return false
  }
}

/** Tells PNG, JPEG and GIF by their first bytes. */
export function findImageType(bytes: Uint8Array): 'image/png' | 'image/jpeg' | 'image/gif' | undefined {
  const hex = Buffer.from(bytes.subarray(0, 4)).toString('hex')
  if (hex === '89504e47') return 'image/png'
  if (hex.startsWith('ffd8ff')) return 'image/jpeg'
  return hex === '47494638' ? 'image/gif' : undefined
}

/** Where a file's bytes are for those who hold a token. */
export function fileUrl(world: World, id: string): string {
  return `${world.url}/files-pri/${id}`
}
