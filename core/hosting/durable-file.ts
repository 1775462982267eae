/** Writes files that stay. */
import { open } from 'node:fs/promises'

/** Survives a loss of power once it resolves; the file must be a new one. */
export async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx')
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Makes the names in a folder as durable as the files they lead to. */
export async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

/** What was read, or something else where there is no such file or folder. */
export async function ignoreMissing<Value, Missing>(
  reading: Promise<Value>,
  missing: Missing,
): Promise<Value | Missing> {
  try {
    return await reading
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return missing
    throw error
  }
}
