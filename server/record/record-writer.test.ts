/** The writer of records: rows and record change together or not at all, one command after the other. */
import { expect, test } from 'vitest'
import { newSeat } from '#server/auth/seats.ts'
import { systemChance, systemClock } from '#server/chance.ts'
import { emptyDocs, statesOf } from '#server/history/new-docs.ts'
import type { Storage } from '#server/persistence/storage.ts'
import { Documents } from '#server/record/documents.ts'
import { seedBlank, storeWorkshop } from '#server/record/new-workshop.ts'
import { RecordWriter } from '#server/record/record-writer.ts'
import { readSingle, updateSingle } from '#shared/document/collection.ts'
import { agenda } from '#shared/record/schema.ts'
import { describeEachStorage } from '#test/support/storages.ts'

const parts = { chance: systemChance, clock: systemClock }

async function openWorkshop(
  storage: Storage,
  id = `w-${systemChance.bytes(6).toString('hex')}`,
): Promise<string> {
  const docs = emptyDocs(systemChance)
  const wanted = { workshopId: id, name: 'Fay', functionName: '', role: 'facilitator' } as const
  const owner = newSeat(wanted, [], systemChance, systemClock)
  seedBlank(docs, { title: 'T', company: '', product: '', segment: '' }, owner, parts)
  const base = { origin: 'http://localhost', secret: Buffer.alloc(32) }
  await storeWorkshop({ storage, ...parts }, base, {
    id,
    title: 'T',
    isDemo: false,
    states: statesOf(docs),
    seats: [owner],
    ownerId: owner.id,
    extras: '{}',
    more: async () => {},
  })
  return id
}

const movedBy = async (storage: Storage, id: string) => {
  const doc = await new Documents(storage).read(id, 'record')
  return doc && readSingle(doc, agenda).movedBy
}

const countIn = async (storage: Storage, id: string) =>
  Number(
    (await storage.db.selectFrom('workshops').select('extras').where('id', '=', id).executeTakeFirstOrThrow())
      .extras,
  )

describeEachStorage('record writer', (storages) => {
  test('a command that fails leaves neither row nor record changed, and the next one sees neither', async () => {
    const storage = await storages.open()
    const id = await openWorkshop(storage)
    const writer = new RecordWriter(storage, systemChance)
    const failing = writer.run(id, null, async (tx, record) => {
      await tx.updateTable('workshops').set({ title: 'Half done' }).where('id', '=', id).execute()
      updateSingle(record, agenda, { movedBy: 'half-done' })
      throw new Error('in the middle')
    })
    await expect(failing).rejects.toThrow('in the middle')
    const seen = await writer.run(id, null, async (_tx, record) => readSingle(record, agenda).movedBy)
    expect(seen).toBe('')
    expect(await movedBy(storage, id)).toBe('')
    const row = await storage.db
      .selectFrom('workshops')
      .select('title')
      .where('id', '=', id)
      .executeTakeFirst()
    expect(row?.title).toBe('T')
  })

  test('commands at the same moment run one after the other, through two writers too', async () => {
    const storage = await storages.open()
    const id = await openWorkshop(storage)
    await storage.db.updateTable('workshops').set({ extras: '0' }).where('id', '=', id).execute()
    // Two writers have a copy each, as two processes do.
    const writers = [new RecordWriter(storage, systemChance), new RecordWriter(storage, systemChance)]
    await Promise.all(
      Array.from({ length: 24 }, (_, index) =>
        writers[index % 2]?.run(id, null, async (tx, record) => {
          const { extras } = await tx
            .selectFrom('workshops')
            .select('extras')
            .where('id', '=', id)
            .executeTakeFirstOrThrow()
          const next = Number(extras) + 1
          expect(readSingle(record, agenda).movedBy).toBe(next === 1 ? '' : String(next - 1))
          await tx
            .updateTable('workshops')
            .set({ extras: String(next) })
            .where('id', '=', id)
            .execute()
          updateSingle(record, agenda, { movedBy: String(next) })
        }),
      ),
    )
    expect(await countIn(storage, id)).toBe(24)
    expect(await movedBy(storage, id)).toBe('24')
  })

  test('a command that changes nothing in the record appends nothing', async () => {
    const storage = await storages.open()
    const id = await openWorkshop(storage)
    const writer = new RecordWriter(storage, systemChance)
    await writer.run(id, null, async (_tx, record) => updateSingle(record, agenda, { activity: 'weigh' }))
    const head = async () => (await storage.log.heads([`${id}/record`])).get(`${id}/record`)
    expect(await head()).toBe(1)
    await writer.run(id, null, async (_tx, record) => updateSingle(record, agenda, { activity: 'weigh' }))
    expect(await head()).toBe(1)
  })

  test('what readers hold never shows what is not committed', async () => {
    const storage = await storages.open()
    const id = await openWorkshop(storage)
    const documents = new Documents(storage)
    const writer = new RecordWriter(storage, systemChance)
    const held = await documents.read(id, 'record')
    let seenInside: string | undefined
    await writer.run(id, null, async (_tx, record) => {
      updateSingle(record, agenda, { movedBy: 'me' })
      seenInside = held ? readSingle(held, agenda).movedBy : undefined
    })
    expect(seenInside).toBe('')
    const [one, other] = await Promise.all([documents.read(id, 'record'), documents.read(id, 'record')])
    expect(one && readSingle(one, agenda).movedBy).toBe('me')
    expect(other).toBe(one)
  })

  test('a workshop that does not exist is refused', async () => {
    const storage = await storages.open()
    const writer = new RecordWriter(storage, systemChance)
    await expect(writer.run('nowhere', null, async () => 1)).rejects.toMatchObject({
      code: 'no-such-workshop',
    })
    expect(await new Documents(storage).read('nowhere', 'board')).toBeNull()
  })
})
