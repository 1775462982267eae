/** The least that a bot on both platforms is: the SDKs of what it uses, imported, and nothing done with them. */
import 'node:sqlite'
import '@hono/node-server'
import '@slack/bolt'
import 'cloudflare'
import 'discord.js'
import 'hono'
import 'openai'

process.stdout.write('ready\n')
// Stays until it is killed.
process.stdin.resume()
