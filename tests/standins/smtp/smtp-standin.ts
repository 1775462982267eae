/** A mail server on loopback that keeps what it is sent, and can refuse, fail or hang. */
import { SMTPServer } from 'smtp-server'
import { listen } from '../loopback.ts'

export interface ReceivedMail {
  /** The envelope's recipients, as the client named them. */
  to: string[]
  from: string
  /** The whole message: headers, an empty line, the body. */
  source: string
}

export interface SmtpStandIn {
  url: string
  mails: ReceivedMail[]
  /** How the next mails are treated. `refuse`: 550 for the recipient; `fail`: 451; `hang`: no answer. */
  trouble: 'none' | 'refuse' | 'fail' | 'hang'
  close(): Promise<void>
}

const answers = { refuse: 550, fail: 451 } as const

export async function startSmtpStandIn(): Promise<SmtpStandIn> {
  const standIn: SmtpStandIn = {
    url: '',
    mails: [],
    trouble: 'none',
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    closeTimeout: 100,
    onRcptTo(_address, _session, done) {
      const { trouble } = standIn
      if (trouble === 'hang') return
      if (trouble === 'none') return done()
      done(Object.assign(new Error('no'), { responseCode: answers[trouble] }))
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope
        standIn.mails.push({
          to: rcptTo.map(({ address }) => address),
          from: mailFrom ? mailFrom.address : '',
          source: Buffer.concat(chunks).toString(),
        })
        done()
      })
    },
  })
  // A client that leaves in the middle is its own business.
  server.on('error', () => undefined)
  standIn.url = `smtp://${await listen(server.server)}`
  return standIn
}
