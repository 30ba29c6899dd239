/** The server as a process of its own, to be killed: built once a run, on a free port, with a store of its own. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { bundle } from '#test/support/bundle.ts'

export interface ServerProcess {
  readonly url: string
  readonly port: number
  /** What it wrote to its log and to standard output so far. */
  output(): string
  /** Sends a signal and answers the exit code (null after a signal). */
  stop(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null>
}

let built: Promise<string> | null = null

export interface ServerPlace {
  readonly dataDir: string
  /** A built server; without one the source is built. */
  readonly main?: string
  readonly port?: number
  readonly env?: Readonly<Record<string, string>>
}

/** Starts the server and resolves when it is ready; rejects with its output when it ends before. */
export async function startServerProcess(place: ServerPlace): Promise<ServerProcess> {
  const { dataDir, port, env } = place
  const chosen = port ?? (await freePort())
  const child = spawn(process.execPath, [place.main ?? (await builtMain())], {
    env: {
      ...process.env,
      PORT: String(chosen),
      HOST: '127.0.0.1',
      DATA_DIR: dataDir,
      DATABASE_URL: '',
      LOG_LEVEL: 'warn',
      NODE_ENV: 'production',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const listen = (chunk: Buffer) => {
    output += chunk.toString()
  }
  child.stdout.on('data', listen)
  child.stderr.on('data', listen)
  const url = `http://127.0.0.1:${chosen}`
  await untilReady(url, child, () => output)
  return { url, port: chosen, output: () => output, stop: (signal) => stop(child, signal) }
}

async function builtMain(): Promise<string> {
  built ??= bundle('server/main.ts')
  return built
}

async function untilReady(url: string, child: ChildProcess, output: () => string): Promise<void> {
  for (const giveUp = Date.now() + 30_000; Date.now() < giveUp; ) {
    if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode}: ${output()}`)
    try {
      if ((await fetch(`${url}/readyz`)).ok) return
    } catch {
      // Not listening yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 15))
  }
  child.kill('SIGKILL')
  throw new Error(`The server was not ready in time: ${output()}`)
}

async function stop(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
  const ended = once(child, 'exit')
  child.kill(signal)
  await ended
  return child.exitCode
}

export async function freePort(): Promise<number> {
  const probe = createServer()
  probe.listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  return typeof address === 'object' && address ? address.port : 0
}
