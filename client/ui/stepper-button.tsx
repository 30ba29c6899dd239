/** − or +: five points a press, one with Shift, and on and on while it is held. Out of the tab order: arrows do it. */
import { type ReactNode, useEffect, useRef } from 'react'

const HOLD_MS = 400
const REPEAT_MS = 110
const BUTTON_STEP = 5

export function StepperButton(props: {
  readonly label: string
  readonly className: string | undefined
  readonly onStep: (size: number) => void
  readonly children: ReactNode
}) {
  const { label, className, onStep, children } = props
  const hold = useHeldPress(onStep)
  return (
    <button type="button" tabIndex={-1} aria-label={label} className={className} {...hold}>
      {children}
    </button>
  )
}

/** A click steps once; a press held longer repeats, and the click at its end is not one more. */
function useHeldPress(onStep: (size: number) => void) {
  const latest = useRef(onStep)
  useEffect(() => {
    latest.current = onStep
  })
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  const repeated = useRef(false)
  const stop = () => {
    if (timer.current !== null) clearTimeout(timer.current)
    timer.current = null
  }
  useEffect(() => () => clearTimeout(timer.current ?? undefined), [])
  const repeat = (size: number) => {
    repeated.current = true
    latest.current(size)
    timer.current = setTimeout(() => repeat(size), REPEAT_MS)
  }
  return {
    onPointerDown: (event: { readonly shiftKey: boolean; readonly button: number }) => {
      if (event.button !== 0) return
      stop()
      repeated.current = false
      timer.current = setTimeout(() => repeat(sizeOf(event.shiftKey)), HOLD_MS)
    },
    onPointerUp: stop,
    onPointerLeave: stop,
    onPointerCancel: stop,
    onContextMenu: (event: { preventDefault(): void }) => event.preventDefault(),
    onClick: (event: { readonly shiftKey: boolean }) => {
      stop()
      if (!repeated.current) latest.current(sizeOf(event.shiftKey))
      repeated.current = false
    },
  }
}

const sizeOf = (shift: boolean): number => (shift ? 1 : BUTTON_STEP)
