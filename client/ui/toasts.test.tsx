import { act, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { showToast, useToasts } from '#client/ui/toast-store.ts'
import { Toasts } from '#client/ui/toasts.tsx'

beforeEach(() => {
  vi.useFakeTimers()
  useToasts.setState({ toasts: [] })
})
afterEach(() => {
  vi.useRealTimers()
})

const pass = (ms: number) => act(() => vi.advanceTimersByTime(ms))
const show = (text: string, run = () => {}) =>
  act(() => void showToast({ kind: 'called', text, action: { label: 'Stay here', run } }))

test('a message goes by itself after its time', () => {
  render(<Toasts />)
  show('Noor moved everyone')
  pass(5_999)
  expect(screen.getByText('Noor moved everyone')).toBeVisible()
  pass(1)
  expect(screen.queryByText('Noor moved everyone')).toBeNull()
})

test('a message stays while its button has the focus, and has its whole time again afterwards', () => {
  render(<Toasts />)
  show('Noor moved everyone')
  pass(5_000)
  const stay = screen.getByRole('button', { name: 'Stay here' })
  act(() => stay.focus())
  show('Another one')
  pass(60_000)
  expect(stay).toBeVisible()
  expect(screen.getByText('Another one')).toBeVisible()
  act(() => stay.blur())
  pass(5_999)
  expect(stay).toBeVisible()
  pass(1)
  expect(screen.queryByRole('button', { name: 'Stay here' })).toBeNull()
})

test('what is pressed goes at once, and the next message is not held by it', () => {
  const stayed = vi.fn()
  render(<Toasts />)
  show('Noor moved everyone', stayed)
  const stay = screen.getByRole('button', { name: 'Stay here' })
  fireEvent.pointerEnter(stay)
  fireEvent.click(stay)
  expect(stayed).toHaveBeenCalledOnce()
  expect(screen.queryByText('Noor moved everyone')).toBeNull()
  show('Back online')
  pass(6_000)
  expect(screen.queryByText('Back online')).toBeNull()
})
