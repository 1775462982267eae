/** Which queries are sent to a MongoDB, and how the server finds what they ask for. */
import { type CommandStartedEvent, type Db, type Document, MongoClient } from 'mongodb'

const queries = ['find', 'aggregate', 'findAndModify', 'update', 'delete', 'count']

/** The commands that query, as sent while `work` runs, by clients that connect in it. */
export async function collectQueries(work: () => Promise<void>): Promise<Document[]> {
  const seen: Document[] = []
  const { connect } = MongoClient.prototype
  MongoClient.prototype.connect = function () {
    Object.assign(this.options, { monitorCommands: true })
    this.removeAllListeners('commandStarted')
    this.on('commandStarted', ({ commandName, command }: CommandStartedEvent) => {
      if (queries.includes(commandName)) seen.push(command)
    })
    return Reflect.apply(connect, this, [])
  }
  try {
    await work()
  } finally {
    MongoClient.prototype.connect = connect
  }
  return seen
}

/** The plan's text, with its stages and their indexes. */
export async function explain(database: Db, sent: Document): Promise<string> {
  const { lsid, txnNumber, $clusterTime, $db, writeConcern, ...command } = sent
  const { queryPlanner, stages } = await database.command({ explain: command, verbosity: 'queryPlanner' })
  return JSON.stringify(queryPlanner ?? stages)
}
