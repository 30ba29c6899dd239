/** [HI-4a] What was thrown away is deleted after thirty days by the server itself, whether anybody opens the workshop or not. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { BIN_DAYS, restoreBinned } from '#shared/board/bin-edits.ts'
import { addCard, binCard } from '#shared/board/roadmap-edits.ts'
import { cards } from '#shared/board/schema.ts'
import { readRow } from '#shared/document/collection.ts'
import { documentName } from '#shared/document/names.ts'
import { editBoard, startTestServer, type TestServer, testClock } from '#test/support/server.ts'

const DAY_MS = 24 * 3600 * 1000

test('[HI-4a] a server that starts empties the bins of what has been in them for thirty days', async () => {
  const clock = testClock(Date.UTC(2026, 4, 12, 9))
  const dataDir = await mkdtemp(join(tmpdir(), 'gp-bin-'))
  const start = () => startTestServer({ clock, env: { DATA_DIR: dataDir } })
  const text = async (server: TestServer, workshopId: string, id: string) => {
    const board = await server.running.service.documents.read(workshopId, 'board')
    return board ? readRow(board, cards, id)?.text : undefined
  }
  try {
    let server = await start()
    const { workshopId } = await server.newPerson().open()
    const add = (words: string) =>
      editBoard(server, workshopId, addCard, { stageId: '', lane: 'question', text: words })
    const [thrown, back, kept] = [await add('thrown'), await add('back'), await add('kept')]
    for (const id of [thrown, back]) await editBoard(server, workshopId, binCard, { id })
    clock.advance(BIN_DAYS * DAY_MS - 1)
    await server.stop()

    server = await start()
    expect(await text(server, workshopId, thrown)).toBe('thrown')
    await editBoard(server, workshopId, restoreBinned, { kind: 'cards', id: back })
    clock.advance(1)
    await server.stop()

    server = await start()
    await expect.poll(() => text(server, workshopId, thrown)).toBeUndefined()
    expect(await text(server, workshopId, back)).toBe('back')
    expect(await text(server, workshopId, kept)).toBe('kept')
    await server.stop()
  } finally {
    await rm(dataDir, { recursive: true, force: true })
  }
})

test('[HI-4a] a board that cannot be read keeps no other bin from being emptied', async () => {
  const clock = testClock(Date.UTC(2026, 4, 12, 9))
  const dataDir = await mkdtemp(join(tmpdir(), 'gp-bin-'))
  const start = () => startTestServer({ clock, env: { DATA_DIR: dataDir } })
  try {
    let server = await start()
    const thrown: { readonly workshopId: string; readonly id: string }[] = []
    for (let each = 0; each < 3; each++) {
      const { workshopId } = await server.newPerson().open()
      const add = { stageId: '', lane: 'question', text: 'thrown' } as const
      const id = await editBoard(server, workshopId, addCard, add)
      await editBoard(server, workshopId, binCard, { id })
      thrown.push({ workshopId, id })
    }
    const [broken, ...whole] = thrown.sort((a, b) => (a.workshopId < b.workshopId ? -1 : 1))
    const { log } = server.running.service.storage
    const name = documentName(broken?.workshopId ?? '', 'board')
    await log.append({ doc: name, data: Uint8Array.of(9, 9, 9), seatId: null })
    clock.advance(BIN_DAYS * DAY_MS)
    await server.stop()

    server = await start()
    for (const { workshopId, id } of whole)
      await expect
        .poll(async () => {
          const board = await server.running.service.documents.read(workshopId, 'board')
          return board && readRow(board, cards, id)
        })
        .toBeNull()
    await server.stop()
  } finally {
    await rm(dataDir, { recursive: true, force: true })
  }
})
