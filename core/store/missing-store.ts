/** What is said where a store must be there already, and is not. */

/** The message is a sentence an operator can act on. `where`: as in "There is no store at …". */
export class MissingStoreError extends Error {
  constructor(where: string) {
    super(`There is no store ${where} yet: start the bot once, or set the variables that the bot has.`)
    this.name = 'MissingStoreError'
  }
}
