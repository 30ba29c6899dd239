/**
 * A customer reads a draft and remarks on it: every letter is kept on the device at once, and what was handed in
 * without a line goes off when there is one.
 */
import { useCallback, useEffect, useState } from 'react'
import { keep, kept } from '#client/lib/kept.ts'
import type { CommandProblem } from '#client/session/api.ts'
import { call } from '#client/session/call.ts'
import type { DraftView } from '#shared/protocol/guest-calls.ts'
import { newGuest } from './guest-key.ts'
import { isPassing } from './link-states.tsx'
import { useAgain } from './use-again.ts'

/** Stands for the draft as a whole. */
export const WHOLE = ''

interface Kept {
  readonly guest: string
  readonly status: 'writing' | 'sending' | 'sent'
  /** What was written, by what it is about. */
  readonly remarks: Readonly<Record<string, string>>
}

const keyOf = (token: string): string => `guessproof.draft.${token.slice(0, 12)}`

function keptRemarks(token: string): Kept {
  const fresh: Kept = { guest: newGuest(), status: 'writing', remarks: {} }
  try {
    const found = JSON.parse(kept(keyOf(token)) ?? '') as Partial<Kept>
    return typeof found.guest === 'string' ? { ...fresh, ...found } : fresh
  } catch {
    // Nothing was kept, or not by us.
    return fresh
  }
}

const said = (remarks: Kept['remarks']) =>
  Object.entries(remarks)
    .map(([about, text]) => ({ about: about === WHOLE ? null : about, text: text.trim() }))
    .filter(({ text }) => text !== '')

export interface Remarking {
  readonly view: DraftView | null
  readonly status: Kept['status']
  readonly remarks: Kept['remarks']
  readonly hasRemarks: boolean
  readonly problem: CommandProblem | null
  readonly write: (about: string, text: string) => void
  readonly send: () => void
  readonly again: () => void
}

export function useRemarks(token: string): Remarking {
  const [mine, setMine] = useState(() => keptRemarks(token))
  const [view, setView] = useState<DraftView | null>(null)
  const [problem, setProblem] = useState<CommandProblem | null>(null)
  const [attempt, setAttempt] = useState(0)
  const again = useCallback(() => setAttempt((before) => before + 1), [])
  const change = useCallback(
    (next: (before: Kept) => Kept) =>
      setMine((before) => {
        const changed = next(before)
        keep(keyOf(token), JSON.stringify(changed))
        return changed
      }),
    [token],
  )
  const { guest, status, remarks } = mine

  // biome-ignore lint/correctness/useExhaustiveDependencies: `attempt` asks again
  useEffect(() => {
    if (status !== 'writing' || view) return
    let isCurrent = true
    void call('readDraft', { body: { token, guest } }).then((found) => {
      if (!isCurrent) return
      setProblem(found.ok ? null : found.problem)
      if (found.ok) setView(found.reply)
    })
    return () => {
      isCurrent = false
    }
  }, [token, guest, status, view, attempt])

  // biome-ignore lint/correctness/useExhaustiveDependencies: sends once for each attempt, what is written then
  useEffect(() => {
    if (status !== 'sending') return
    let isCurrent = true
    void call('remarkOnDraft', { body: { token, guest, remarks: said(remarks) } }).then((sent) => {
      if (!isCurrent) return
      setProblem(sent.ok ? null : sent.problem)
      if (sent.ok) change((before) => ({ ...before, status: 'sent', remarks: {} }))
      else if (!isPassing(sent.problem)) change((before) => ({ ...before, status: 'writing' }))
    })
    return () => {
      isCurrent = false
    }
  }, [status, attempt])

  const isWaiting = problem !== null && isPassing(problem) && (status === 'sending' || view === null)
  useAgain(isWaiting, problem, again)

  return {
    view,
    status,
    remarks,
    hasRemarks: said(remarks).length > 0,
    problem,
    write: (about, text) =>
      change((before) => ({ ...before, remarks: { ...before.remarks, [about]: text } })),
    send: () => change((before) => ({ ...before, status: 'sending' })),
    again,
  }
}
