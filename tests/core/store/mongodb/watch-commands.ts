/** Sees what a program asks of its MongoDB, as its driver sends it. */
import { type CommandStartedEvent, type Document, MongoClient } from 'mongodb'

/** What is no question of the program's. */
const driverOwn = ['hello', 'ismaster', 'ping', 'endSessions']

/** Hears of every command of the clients that connect while `work` runs, for as long as they live. */
export async function watchCommands<Answer>(
  hear: (name: string, command: Document) => void,
  work: () => Promise<Answer>,
): Promise<Answer> {
  const { connect } = MongoClient.prototype
  MongoClient.prototype.connect = function () {
    Object.assign(this.options, { monitorCommands: true })
    this.on('commandStarted', ({ commandName, command }: CommandStartedEvent) => {
      if (!driverOwn.includes(commandName)) hear(commandName, command)
    })
    return Reflect.apply(connect, this, [])
  }
  try {
    return await work()
  } finally {
    MongoClient.prototype.connect = connect
  }
}
