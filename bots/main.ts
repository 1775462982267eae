/** The entry: has Node keep what it compiles, before the program itself is imported. */
import { enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'

// Beside the program; NODE_COMPILE_CACHE goes before it. Where nothing can be written Node compiles each time, and says nothing.
enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/node', import.meta.url)))
await import('./run.ts')
