/** A process that holds a SQLite file's write lock from the moment it says so until its input ends. */
import { once } from 'node:events'
import { DatabaseSync } from 'node:sqlite'

const [file = ''] = process.argv.slice(2)
const database = new DatabaseSync(file)
database.exec('BEGIN IMMEDIATE')
process.stdout.write('locked\n')
await once(process.stdin.resume(), 'end')
database.exec('ROLLBACK')
database.close()
