/** Commands speak of what was written before them: what is on its way to the server goes first. */
import type { StoreApi } from 'zustand/vanilla'
import type { SavedState } from '#client/session/api.ts'

/** Longer than a slow commit; a command that still runs ahead is refused by the server in a sentence. */
const LIMIT_MS = 3_000

/** Resolves when nothing is on its way any more, or when waiting is not worth it: offline, closed, or too long. */
export function afterSaving(saved: StoreApi<SavedState>): Promise<void> {
  const isSaving = () => saved.getState().status === 'saving'
  if (!isSaving()) return Promise.resolve()
  return new Promise((resolve) => {
    const limit = setTimeout(end, LIMIT_MS)
    const stop = saved.subscribe(() => {
      if (!isSaving()) end()
    })
    function end() {
      clearTimeout(limit)
      stop()
      resolve()
    }
  })
}
