/** Opens a workshop: asks the server who one is here, then connects; without a line, from what this device has kept. */
import type { CommandProblem } from '#client/session/api.ts'
import { connectSession } from '#client/session/connect-session.ts'
import { browserDeps, type SessionDeps } from '#client/session/deps.ts'
import type { LiveSession } from '#client/session/live-session.ts'
import { isGone, readView } from '#client/session/read-view.ts'
import { forgetWorkshop, rememberedView, rememberWorkshop } from '#client/session/workshops.ts'

export type OpenedSession =
  | { readonly ok: true; readonly session: LiveSession }
  | { readonly ok: false; readonly problem: CommandProblem }

export async function openSession(
  workshopId: string,
  deps: SessionDeps = browserDeps(),
): Promise<OpenedSession> {
  const read = await readView(workshopId, deps)
  if (read.ok) {
    rememberWorkshop(read.view, deps.now())
    return { ok: true, session: connectSession(read.view, read.clockOffsetMs, deps) }
  }
  if (isGone(read.problem)) forgetWorkshop(workshopId)
  const kept = read.problem.code === 'offline' ? rememberedView(workshopId) : null
  if (!kept) return { ok: false, problem: read.problem }
  return { ok: true, session: connectSession(kept, null, deps) }
}
