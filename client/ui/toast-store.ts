/**
 * Short messages at the foot of the screen, at most three. Undo stays 8 s, others 6 s; none waits for a press, and none
 * goes while the pointer or the focus is on them.
 */
import { create } from 'zustand'

export interface Toast {
  readonly id: number
  readonly text: string
  readonly kind: 'note' | 'called' | 'undo' | 'good' | 'problem'
  /** How long it stays, where its kind does not say. */
  readonly ms?: number
  readonly action?: { readonly label: string; readonly run: () => void }
}

const SHOWN_AT_ONCE = 3
const SHOWN_MS = { note: 6_000, called: 6_000, good: 6_000, problem: 10_000, undo: 8_000 } as const

let lastId = 0
let isHeld = false
const timers = new Map<number, ReturnType<typeof setTimeout>>()

export const useToasts = create<{ readonly toasts: readonly Toast[] }>(() => ({ toasts: [] }))

/** Shows a message for a while; answers how to take it away sooner. */
export function showToast(toast: Omit<Toast, 'id'>): () => void {
  const id = ++lastId
  useToasts.setState(({ toasts }) => ({ toasts: [...toasts, { ...toast, id }].slice(-SHOWN_AT_ONCE) }))
  if (!isHeld) dropLater({ ...toast, id })
  return () => dropToast(id)
}

export function dropToast(id: number): void {
  clearTimeout(timers.get(id))
  timers.delete(id)
  useToasts.setState(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) }))
  if (useToasts.getState().toasts.length === 0) isHeld = false
}

/** Someone is reading or about to press: what is there stays, and has its whole time again afterwards. */
export function holdToasts(hold: boolean): void {
  isHeld = hold
  for (const toast of useToasts.getState().toasts) {
    clearTimeout(timers.get(toast.id))
    if (!hold) dropLater(toast)
  }
}

const dropLater = ({ id, kind, ms }: Toast) =>
  timers.set(
    id,
    setTimeout(() => dropToast(id), ms ?? SHOWN_MS[kind]),
  )
