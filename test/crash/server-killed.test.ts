/** The whole server, killed with SIGKILL while several people write. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { KilledWriter, noteTexts } from '#test/support/killed-writer.ts'
import { numbersFrom } from '#test/support/random.ts'
import { type ServerProcess, startServerProcess } from '#test/support/server-process.ts'
import { until } from '#test/support/until.ts'

const ROUNDS = 50
const WRITERS = 4

test(`[P1] kill -9 at a random moment, ${ROUNDS} times: whatever was said to be saved is there`, async () => {
  const random = numbersFrom(20_261_121)
  const dataDir = await mkdtemp(join(tmpdir(), 'gp-killed-'))
  let server = await startServerProcess({ dataDir })
  const { workshopId, cookie } = await openWorkshop(server)
  const address = `ws://127.0.0.1:${server.port}/sync/${workshopId}`
  const writers = Array.from({ length: WRITERS }, (_, n) => new KilledWriter(`w${n}`, address, cookie))
  let savedBefore = 0
  try {
    for (let round = 1; round <= ROUNDS; round++) {
      for (const writer of writers) writer.connect()
      await until(() => writers.every((writer) => writer.isSettled), 'every writer is settled')
      await writeFor(writers, 1 + Math.floor(random() * 60))
      await server.stop('SIGKILL')
      for (const writer of writers) writer.drop()
      server = await startServerProcess({ dataDir, port: server.port })

      const stored = noteTexts(await readBoard(address, cookie))
      const lost = writers.flatMap((writer) =>
        [...writer.saved].filter(([id, text]) => !holds(stored.get(id), text)),
      )
      expect(lost, `round ${round}`).toEqual([])
    }
    savedBefore = writers.reduce((sum, writer) => sum + writer.saved.size, 0)
    for (const writer of writers) writer.connect()
    await until(() => writers.every((writer) => writer.isSettled), 'every writer is settled')
    const all = noteTexts(await readBoard(address, cookie))
    await until(
      () => writers.every((writer) => noteTexts(writer.doc).size === all.size),
      'every writer has every note',
    )
    for (const writer of writers) expect(noteTexts(writer.doc)).toEqual(all)
  } finally {
    for (const writer of writers) writer.destroy()
    await server.stop('SIGKILL')
    await rm(dataDir, { recursive: true, force: true })
  }
  // The moments were random, the load was real: some of it must have been acknowledged before the kill.
  expect(savedBefore).toBeGreaterThan(ROUNDS * WRITERS)
}, 600_000)

/** A later change of the same note may have reached the store without its receipt reaching the writer. */
const holds = (stored: string | undefined, saved: string): boolean =>
  stored !== undefined && (stored === saved || stored.endsWith(' changed'))

/** Everyone writes, a message at a time, until `count` messages have gone out or were answered in between. */
async function writeFor(writers: readonly KilledWriter[], count: number): Promise<void> {
  for (let i = 0; i < count; i++) {
    for (const writer of writers) writer.write()
    // Lets sockets breathe: receipts come in between, so that kills fall before, between and after them.
    await new Promise((resolve) => setImmediate(resolve))
    if (i % 5 === 4) await new Promise((resolve) => setTimeout(resolve, 4))
  }
}

async function readBoard(address: string, cookie: string): Promise<Y.Doc> {
  const reader = new KilledWriter('reader', address, cookie)
  reader.connect()
  await until(() => reader.isSettled, 'the reader is settled')
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(reader.doc))
  reader.destroy()
  return copy
}

async function openWorkshop(server: ServerProcess): Promise<{ workshopId: string; cookie: string }> {
  const reply = await fetch(`${server.url}/api/workshops`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: server.url },
    body: JSON.stringify({ title: 'Killed', facilitator: { name: 'Rosa' } }),
  })
  expect(reply.status).toBe(201)
  const { workshopId } = (await reply.json()) as { workshopId: string }
  return {
    workshopId,
    cookie: reply.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; '),
  }
}
