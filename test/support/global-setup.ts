/**
 * Once per run of the server's tests: the workers as plain JavaScript, and a PostgreSQL that is started when the
 * first test asks for it. Tests ask by connecting to a socket; the answer is the address of a migrated template.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { openStorage } from '#server/persistence/open-storage.ts'
import { bundle } from '#test/support/bundle.ts'
import { type PostgresServer, startPostgres } from '#test/support/postgres-server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Socket that answers with `PostgresAnswer` as JSON. */
    readonly postgresDoor: string
  }
}

export interface PostgresAnswer {
  readonly url?: string
  readonly failed?: string
}

export const TEMPLATE = 'template_guessproof'

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await bundle('server/persistence/sqlite-worker.ts')
  await bundle('server/history/document-worker.ts')
  await bundle('server/intake/intake-worker.ts')
  await bundle('server/exports/export-worker.ts')

  const folder = await mkdtemp(join(tmpdir(), 'gp-door-'))
  const path = join(folder, 'door')
  let started: Promise<PostgresServer> | null = null
  const door = createServer((socket) => {
    started ??= startWithTemplate()
    started.then(
      (server) => socket.end(JSON.stringify({ url: server.urlOf('postgres') } satisfies PostgresAnswer)),
      (error: unknown) => socket.end(JSON.stringify({ failed: String(error) } satisfies PostgresAnswer)),
    )
  })
  await new Promise<void>((resolve) => door.listen(path, resolve))
  door.unref()
  project.provide('postgresDoor', path)

  return async () => {
    door.close()
    const server = await started?.catch(() => null)
    await server?.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

async function startWithTemplate(): Promise<PostgresServer> {
  const server = await startPostgres()
  const client = new pg.Client({ connectionString: server.urlOf('postgres') })
  await client.connect()
  await client.query(`create database ${TEMPLATE}`)
  await client.end()
  const storage = await openStorage({
    dataDir: '',
    databaseUrl: server.urlOf(TEMPLATE),
    clock: { now: () => Date.now() },
    acceptLossyEngine: true,
  })
  await storage.close()
  return server
}
