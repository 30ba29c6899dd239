/** A server as a process of its own on the throw-away PostgreSQL of the tests, which the product refuses: no fsync. */
import { startServer } from '#server/app.ts'
import { systemChance, systemClock } from '#server/chance.ts'
import { readConfig } from '#server/config.ts'

const running = await startServer({
  config: readConfig(process.env),
  version: '0.0.0-test',
  clientDir: '/nowhere',
  clock: systemClock,
  chance: systemChance,
  acceptLossyEngine: true,
})
process.once('SIGTERM', () => void running.stop().then(() => process.exit(0)))
