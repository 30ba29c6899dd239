/**
 * What grows by itself is cut back by itself: kept replies after two days and, where the owner has set it, workshops
 * that nobody has used for so many days, with everything in them. A workshop with somebody in it counts as used.
 */
import type { Clock } from '#server/chance.ts'
import type { Storage } from '#server/persistence/storage.ts'

const REPLY_LIFE_MS = 48 * 3600 * 1000
const EVERY_MS = 3600 * 1000
const DAY_MS = 24 * 3600 * 1000

export interface HousekeepingDeps {
  readonly storage: Storage
  readonly clock: Clock
  readonly retentionDays: number | null
  readonly isInUse: (workshopId: string) => boolean
  readonly log: {
    info(details: object, message: string): void
    error(details: object, message: string): void
  }
}

/** Clears up now and every hour; answers how to end it. */
export function startHousekeeping(deps: HousekeepingDeps): () => Promise<void> {
  let running = tidy(deps)
  const timer = setInterval(() => {
    running = running.then(() => tidy(deps))
  }, EVERY_MS)
  timer.unref()
  return async () => {
    clearInterval(timer)
    await running
  }
}

async function tidy(deps: HousekeepingDeps): Promise<void> {
  try {
    await clearUp(deps)
  } catch (error) {
    deps.log.error({ err: error }, 'clearing up failed')
  }
}

export async function clearUp({
  storage,
  clock,
  retentionDays,
  isInUse,
  log,
}: HousekeepingDeps): Promise<void> {
  const { db } = storage
  await db
    .deleteFrom('replies')
    .where('at', '<', clock.now() - REPLY_LIFE_MS)
    .execute()
  if (retentionDays === null) return
  const now = clock.now()
  const before = now - retentionDays * DAY_MS
  // Long before their time, so that a process that does not see who is in them lets them be.
  const idle = await db
    .selectFrom('workshops')
    .select('id')
    .where('active_at', '<', now - (retentionDays * DAY_MS) / 2)
    .execute()
  for (const { id } of idle) {
    if (isInUse(id)) await db.updateTable('workshops').set({ active_at: now }).where('id', '=', id).execute()
    else {
      const gone = await db
        .deleteFrom('workshops')
        .where('id', '=', id)
        .where('active_at', '<', before)
        .executeTakeFirst()
      if (Number(gone.numDeletedRows) > 0)
        log.info({ workshopId: id }, 'workshop deleted: unused longer than RETENTION_DAYS')
    }
  }
}
