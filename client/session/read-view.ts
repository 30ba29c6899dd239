/** Asks the server who one is in a workshop, which documents one may open, and what time it is there. */
import type { CommandProblem } from '#client/session/api.ts'
import { type CallRequest, call } from '#client/session/call.ts'
import type { SessionDeps } from '#client/session/deps.ts'
import type { CallName, WorkshopView } from '#shared/protocol/calls.ts'

export type ReadView =
  | { readonly ok: true; readonly view: WorkshopView; readonly clockOffsetMs: number }
  | { readonly ok: false; readonly problem: CommandProblem }

/** Every reconnection waits for this answer, so it is not waited for long. */
const TIMEOUT_MS = 6_000

/** The server's clock is taken to have been read in the middle of the round trip. */
export async function readView(workshopId: string, deps: SessionDeps): Promise<ReadView> {
  const askedAt = deps.now()
  const result = await callWith(deps, 'readWorkshop', { params: { workshopId } }, TIMEOUT_MS)
  if (!result.ok) return result
  // Whole: times in documents are whole milliseconds, anything else would be read as nothing.
  const clockOffsetMs = Math.round(result.reply.serverNow - (askedAt + deps.now()) / 2)
  return { ok: true, view: result.reply, clockOffsetMs }
}

export const callWith = <N extends CallName>(
  deps: SessionDeps,
  name: N,
  request: CallRequest<N>,
  timeoutMs?: number,
) => call(name, request, { fetch: deps.fetch, newId: deps.newId, ...(timeoutMs && { timeoutMs }) })

/** The seat or the workshop is no more. */
export const isGone = ({ code }: CommandProblem) => code === 'no-seat' || code === 'no-such-workshop'
