/**
 * Join codes: temporary keys that lapse after 48 hours without use (JN-2b). They never affect content: a lapsed or
 * changed code is remembered, so that whoever types it is told so, and is never given to another workshop. A code opens
 * nothing that the link to take part does not open.
 */
import { mayTakePart } from '#server/auth/links.ts'
import { type Chance, newCode } from '#server/chance.ts'
import type { Database, Tx } from '#server/persistence/storage.ts'
import { normalizeCode } from '#shared/protocol/join-code.ts'

export const CODE_LIFE_MS = 48 * 3600 * 1000
/** How often use is noted; a code's life is exact to this. */
const TOUCH_MS = 10 * 60 * 1000

export type CodeLookup =
  | { readonly status: 'valid'; readonly workshopId: string }
  | { readonly status: 'stale' | 'unknown' }

export async function findCode(db: Database | Tx, typed: string, now: number): Promise<CodeLookup> {
  const code = normalizeCode(typed)
  const row = await db
    .selectFrom('workshops')
    .select(['id', 'join_code_until'])
    .where('join_code', '=', code)
    .executeTakeFirst()
  if (row) {
    const lives = (row.join_code_until ?? 0) > now && (await mayTakePart(db, row.id, now))
    return lives ? { status: 'valid', workshopId: row.id } : { status: 'stale' }
  }
  const retired = await db
    .selectFrom('retired_codes')
    .select('workshop_id')
    .where('code', '=', code)
    .executeTakeFirst()
  return { status: retired ? 'stale' : 'unknown' }
}

/** A code no workshop has or had. */
export async function freeCode(tx: Tx, chance: Chance): Promise<string> {
  for (;;) {
    const code = newCode(chance)
    const inUse = await tx
      .selectFrom('workshops')
      .select('id')
      .where('join_code', '=', code)
      .executeTakeFirst()
    const wasUsed = await tx
      .selectFrom('retired_codes')
      .select('code')
      .where('code', '=', code)
      .executeTakeFirst()
    if (!inUse && !wasUsed) return code
  }
}

/** Gives the workshop a new code and retires the old one. */
export async function renewCode(tx: Tx, workshopId: string, chance: Chance, now: number): Promise<string> {
  // Writing locks the row: whoever renews it at the same moment waits, and retires the code that is given here.
  const old = await tx
    .updateTable('workshops')
    .set({ active_at: now })
    .where('id', '=', workshopId)
    .returning('join_code')
    .executeTakeFirst()
  if (old?.join_code)
    await tx
      .insertInto('retired_codes')
      .values({ code: old.join_code, workshop_id: workshopId, retired_at: now })
      .execute()
  const code = await freeCode(tx, chance)
  await tx
    .updateTable('workshops')
    .set({ join_code: code, join_code_until: now + CODE_LIFE_MS })
    .where('id', '=', workshopId)
    .execute()
  return code
}

export const needsTouch = (activeAt: number, now: number): boolean => now - activeAt >= TOUCH_MS

/** Notes that a workshop is in use: its code lives on, or is replaced when it has lapsed meanwhile. */
export async function touch(tx: Tx, workshopId: string, chance: Chance, now: number): Promise<void> {
  // One of those who come at the same moment finds it untouched.
  const touched = await tx
    .updateTable('workshops')
    .set({ active_at: now })
    .where('id', '=', workshopId)
    .where('active_at', '<=', now - TOUCH_MS)
    .returning('join_code_until')
    .executeTakeFirst()
  if (!touched) return
  if ((touched.join_code_until ?? 0) <= now) await renewCode(tx, workshopId, chance, now)
  else
    await tx
      .updateTable('workshops')
      .set({ join_code_until: now + CODE_LIFE_MS })
      .where('id', '=', workshopId)
      .execute()
}
