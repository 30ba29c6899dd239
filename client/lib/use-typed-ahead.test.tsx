import { act, renderHook } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import { PAUSE_MS, useTypedAhead } from '#client/lib/use-typed-ahead.ts'

beforeEach(() => {
  vi.useFakeTimers()
  return () => vi.useRealTimers()
})

function open(first = '') {
  const keep = vi.fn<(text: string) => void>()
  const played = renderHook(({ kept }) => useTypedAhead(kept, keep), { initialProps: { kept: first } })
  const type = (text: string) => act(() => played.result.current.type(text))
  const pause = () => act(() => vi.advanceTimersByTime(PAUSE_MS))
  const leave = () => act(() => played.result.current.leave())
  return { keep, type, pause, leave, value: () => played.result.current.value, rerender: played.rerender }
}

test('[U3] what is typed counts at once and is kept once, when the typing pauses', () => {
  const { keep, type, pause, value } = open()
  type('n')
  type('ni')
  expect(value()).toBe('ni')
  expect(keep).not.toHaveBeenCalled()
  pause()
  expect(keep.mock.calls).toEqual([['ni']])
})

test('[U3] what was kept late does not take back letters typed since', () => {
  const { type, pause, value, rerender } = open()
  type('n')
  pause()
  type('ni')
  rerender({ kept: 'n' })
  expect(value()).toBe('ni')
})

test('leaving the field keeps at once, shows what was typed until it is kept, and after that what is kept', () => {
  const { keep, type, leave, pause, value, rerender } = open('old')
  type('new')
  leave()
  pause()
  expect(keep.mock.calls).toEqual([['new']])
  expect(value()).toBe('new')
  rerender({ kept: 'new' })
  expect(value()).toBe('new')
  rerender({ kept: '' })
  expect(value()).toBe('')
})

test('a field that is left with what is kept keeps nothing again', () => {
  const { keep, type, leave, value, rerender } = open('old')
  type('older')
  type('old')
  leave()
  expect(keep).not.toHaveBeenCalled()
  rerender({ kept: 'else' })
  expect(value()).toBe('else')
})
