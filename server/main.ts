/** Runs the server: settings from the environment, the address on the screen, and a stop that loses nothing. */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Running, startServer } from '#server/app.ts'
import { systemChance, systemClock } from '#server/chance.ts'
import { ConfigError, readConfig } from '#server/config.ts'

/** Longer than any flush; whatever still hangs then is not worth waiting for. */
const STOP_WITHIN_MS = 10_000

try {
  stopOnSignals(await start())
} catch (error) {
  console.error(sentence(error))
  process.exit(1)
}

async function start(): Promise<Running> {
  const { folder, version } = product(import.meta.dirname)
  const running = await startServer({
    config: readConfig(process.env),
    version,
    clientDir: join(folder, 'dist/client'),
    clock: systemClock,
    chance: systemChance,
  })
  console.log(`Guessproof runs at ${running.url}`)
  return running
}

/** The product's folder and version, looked for from where this file was built to. */
function product(from: string): { folder: string; version: string } {
  for (let folder = from; folder !== dirname(folder); folder = dirname(folder)) {
    const file = join(folder, 'package.json')
    if (!existsSync(file)) continue
    const { name, version } = JSON.parse(readFileSync(file, 'utf8')) as { name?: string; version?: string }
    if (name === 'guessproof' && version) return { folder, version }
  }
  throw new Error('The product is not complete: its package.json is missing.')
}

function stopOnSignals(running: Running): void {
  const stop = async () => {
    setTimeout(() => {
      running.log.error('not stopped in time')
      process.exit(1)
    }, STOP_WITHIN_MS).unref()
    try {
      await running.stop()
      process.exit(0)
    } catch (error) {
      running.log.error({ err: error }, 'stop failed')
      process.exit(1)
    }
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop())
}

/** Why it does not start, in one sentence. */
function sentence(error: unknown): string {
  if (error instanceof ConfigError) return error.message
  const { code, message } = error as { code?: string; message?: string }
  if (code === 'EADDRINUSE') return 'PORT is in use by another program: choose another one.'
  if (code === 'EACCES') return 'PORT may not be used by this user: choose one above 1023.'
  if (code === 'ENOTFOUND' || code === 'EADDRNOTAVAIL')
    return 'HOST is no address of this machine: correct it or leave it out.'
  return message ?? 'The server could not start.'
}
