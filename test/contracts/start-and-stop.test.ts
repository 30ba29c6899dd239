/** The server as a process: it starts or says why not, and stops without losing anything (OP-2a, OP-8a). */
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { addNeed } from '#shared/board/scene-edits.ts'
import { needs } from '#shared/board/schema.ts'
import { readRows } from '#shared/document/collection.ts'
import { runEdit } from '#shared/document/edit.ts'
import { closeCodes } from '#shared/protocol/wire.ts'
import { openSocket } from '#test/support/raw-socket.ts'
import { Person } from '#test/support/server.ts'
import { startServerProcess } from '#test/support/server-process.ts'

let dataDir: string
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'gp-process-'))
})
afterAll(() => rm(dataDir, { recursive: true, force: true }))

test('[OP-8a] on SIGTERM it sends everyone away to come back, keeps what they sent, and ends with 0', async () => {
  const before = await startServerProcess({ dataDir })
  expect(before.output()).toContain(`Guessproof runs at http://localhost:${before.port}\n`)
  const fay = new Person(before.url)
  await fay.open({ title: 'Before the stop' })
  const board = await openSocket({ ...before, workshopId: fay.workshopId, kind: 'board', cookie: fay.cookie })
  const idle = await openSocket({ ...before, workshopId: fay.workshopId, kind: 'record', cookie: fay.cookie })
  await board.askState()
  let made = 0
  board.doc.on('update', (update: Uint8Array) => board.sendUpdate(update))
  const context = { newId: () => `need-${made++}`, now: () => 0, seatId: fay.seatId }
  for (let count = 0; count < 50; count++) runEdit(board.doc, addNeed, { short: `Need ${count}` }, context)
  await board.askState()
  const began = performance.now()
  const ended = before.stop('SIGTERM')
  expect(await board.closed()).toBe(closeCodes.restarting)
  expect(await idle.closed()).toBe(closeCodes.restarting)
  expect(await ended).toBe(0)
  expect(performance.now() - began).toBeLessThan(10_000)
  await expect(fetch(`${before.url}/healthz`)).rejects.toThrow()

  const after = await startServerProcess({ dataDir, port: before.port })
  try {
    expect((await fay.ask('readWorkshop')).title).toBe('Before the stop')
    const again = await openSocket({
      ...after,
      workshopId: fay.workshopId,
      kind: 'board',
      cookie: fay.cookie,
    })
    await again.askState()
    expect(readRows(again.doc, needs)).toHaveLength(50)
    expect(Y.encodeStateVector(again.doc)).toEqual(Y.encodeStateVector(board.doc))
    await again.close()
    expect(await readFile(join(dataDir, 'secret.key'), 'utf8')).toMatch(/^[0-9a-f]{64}\n$/)
  } finally {
    await after.stop('SIGTERM')
  }
})

test('[OP-8a] a connection that never asked for anything does not hold up the end', async () => {
  const server = await startServerProcess({ dataDir })
  const silent = connect(server.port, '127.0.0.1')
  await once(silent, 'connect')
  const gone = once(silent, 'close')
  expect(await server.stop('SIGTERM')).toBe(0)
  await gone
})

describe('a server that cannot run says why in one sentence and ends', () => {
  const attempt = async (env: Record<string, string>, dir = dataDir) => {
    const started = await startServerProcess({ dataDir: dir, env }).then(
      async (server) => {
        await server.stop('SIGTERM')
        return 'it started'
      },
      (error: unknown) => (error as Error).message,
    )
    const [, said = ''] = /^The server ended with 1: (.+)\n$/s.exec(started) ?? []
    return said
  }

  test('a wrong setting', async () => {
    expect(await attempt({ PUBLIC_URL: 'nowhere' })).toMatch(/^PUBLIC_URL must be [^\n]+\.$/)
  })

  test('a database that does not answer, without its password', async () => {
    const said = await attempt({ DATABASE_URL: 'postgres://user:hunter2@127.0.0.1:1/db' })
    expect(said).toMatch(/^[^\n]*DATABASE_URL[^\n]+\.$/)
    expect(said).not.toContain('hunter2')
  })

  test('a folder another server has, and a port that is taken', async () => {
    const running = await startServerProcess({ dataDir })
    const elsewhere = await mkdtemp(join(tmpdir(), 'gp-elsewhere-'))
    try {
      expect(await attempt({})).toMatch(/^[^\n]*DATA_DIR[^\n]*\.$/)
      expect(await attempt({ PORT: String(running.port) }, elsewhere)).toMatch(/^PORT is in use[^\n]+\.$/)
    } finally {
      await running.stop('SIGTERM')
      await rm(elsewhere, { recursive: true, force: true })
    }
  })
})
