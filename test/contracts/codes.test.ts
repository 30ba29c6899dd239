/** Join codes in storage, on both engines (JN-2b). */
import { expect, test } from 'vitest'
import { CODE_LIFE_MS, touch } from '#server/auth/codes.ts'
import { systemChance } from '#server/chance.ts'
import { describeEachStorage } from '#test/support/storages.ts'
import { addWorkshop } from '#test/support/stored-documents.ts'

describeEachStorage('a code that has lapsed', (storages) => {
  test('is replaced once, however many come back to the workshop at the same moment', async () => {
    const place = await storages.place()
    const storage = await storages.openAt(place)
    const other = storages.engine === 'postgres' ? await storages.openAt(place) : storage
    const id = await addWorkshop(storage)
    await storage.db.updateTable('workshops').set({ join_code: 'OLDONE', join_code_until: 0 }).execute()
    await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        (index % 2 ? storage : other).transaction((tx) => touch(tx, id, systemChance, CODE_LIFE_MS)),
      ),
    )
    const retired = await storage.db.selectFrom('retired_codes').select('code').execute()
    expect(retired).toEqual([{ code: 'OLDONE' }])
    const row = await storage.db.selectFrom('workshops').selectAll().executeTakeFirstOrThrow()
    expect(row).toMatchObject({ active_at: CODE_LIFE_MS, join_code_until: 2 * CODE_LIFE_MS })
  })
})
