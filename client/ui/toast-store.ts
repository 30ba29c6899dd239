/** Short messages at the foot of the screen, at most three. Undo stays 8 s, others 6 s; none waits for a press. */
import { create } from 'zustand'

export interface Toast {
  readonly id: number
  readonly text: string
  readonly kind: 'note' | 'undo' | 'good' | 'problem'
  readonly action?: { readonly label: string; readonly run: () => void }
}

const SHOWN_AT_ONCE = 3
const SHOWN_MS = { note: 6_000, good: 6_000, problem: 10_000, undo: 8_000 } as const

let lastId = 0

export const useToasts = create<{ readonly toasts: readonly Toast[] }>(() => ({ toasts: [] }))

/** Shows a message for a while; answers how to take it away sooner. */
export function showToast(toast: Omit<Toast, 'id'>): () => void {
  const id = ++lastId
  useToasts.setState(({ toasts }) => ({ toasts: [...toasts, { ...toast, id }].slice(-SHOWN_AT_ONCE) }))
  const timeout = setTimeout(() => dropToast(id), SHOWN_MS[toast.kind])
  return () => {
    clearTimeout(timeout)
    dropToast(id)
  }
}

export function dropToast(id: number): void {
  useToasts.setState(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) }))
}
