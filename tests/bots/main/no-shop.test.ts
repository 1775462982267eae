/** Production without a shop, and without an address: credits by an operator's hand alone, and no start that nobody can reach. */
import { expect, it } from 'vitest'
import { findFreePort, runProgram } from '#tests/program.ts'

async function run(lines: readonly string[], env: Record<string, string> = {}) {
  const port = String(await findFreePort())
  const address = { PORT: port, PUBLIC_URL: `http://localhost:${port}` }
  const production = { NODE_ENV: 'production', ALLOW_STAND_INS: 'model,mailer' }
  return await runProgram(lines, { env: { ...address, ...production, ...env } })
}

const shortage = Array.from({ length: 4 }, (_, number) => `/imagine a fox ${number} --quality premium`)

it('sells nothing, shows nothing to buy, and says whom to ask', async () => {
  const { code, stdout } = await run(['/topup', ...shortage], { OPERATOR_EMAIL: 'desk@example.org' })
  expect(code).toBe(0)
  expect(stdout).not.toContain('/checkout/')
  // By /topup, when few are left, and when too few are.
  expect(stdout.match(/Credits aren’t sold here\. For more, ask desk@example\.org\./g)).toHaveLength(3)
})

it('says whom to ask also where nobody is named', async () => {
  const told = 'Credits aren’t sold here. For more, ask whoever runs this bot.'
  expect((await run(['/topup'])).stdout).toContain(told)
})

it('has the test checkout where it is allowed by name', async () => {
  const { stdout } = await run(['/topup'], { ALLOW_STAND_INS: 'model,mailer,checkout' })
  expect(stdout).toContain('/checkout/starter')
})

it('does not start without an address that people can reach safely, and says all else that is wrong', async () => {
  for (const address of ['', 'http://bot.example.org']) {
    const wrong = { PUBLIC_URL: address, ALLOW_STAND_INS: 'mailer', LOG_LEVEL: 'loud' }
    const { code, stdout, stderr } = await run([], wrong)
    expect([code, stdout]).toEqual([1, ''])
    for (const variable of ['PUBLIC_URL', 'OPENAI_API_KEY', 'LOG_LEVEL'])
      expect(stderr).toContain(`  ${variable} `)
  }
})
