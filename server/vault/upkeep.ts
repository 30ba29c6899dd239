/**
 * What goes by itself: withdrawals that were cut off are finished and deadlines met, now and every hour; bins are emptied
 * now and once a day, because every board is read for it.
 */
import { emptyBins } from '#server/vault/bins.ts'
import { type DeadlineDeps, meetDeadlines } from '#server/vault/deadlines.ts'
import type { Withdrawals } from '#server/vault/withdrawals.ts'

const EVERY_MS = 3600 * 1000

export interface UpkeepDeps extends DeadlineDeps {
  readonly withdrawals: Withdrawals
  readonly log: { error(details: object, message: string): void }
}

/** Answers how to end it. */
export function startUpkeep(deps: UpkeepDeps): () => Promise<void> {
  let emptiedOn = ''
  const keepUp = async () => {
    await keepDeadlines(deps)
    const today = new Date(deps.clock.now()).toISOString().slice(0, 10)
    if (today === emptiedOn) return
    await emptyBins(deps).then(
      () => {
        emptiedOn = today
      },
      (error: unknown) => deps.log.error({ err: error }, 'bins not emptied'),
    )
  }
  let running = keepUp()
  const timer = setInterval(() => {
    running = running.then(keepUp)
  }, EVERY_MS)
  timer.unref()
  return async () => {
    clearInterval(timer)
    await running
  }
}

async function keepDeadlines(deps: UpkeepDeps): Promise<void> {
  const failed = (what: string) => (error: unknown) => deps.log.error({ err: error }, what)
  await deps.withdrawals.finishAll().catch(failed('withdrawals not finished'))
  await meetDeadlines(deps).catch(failed('deadlines not met'))
}
