import { expect, test } from 'vitest'
import { Budget } from '#server/sync/budget.ts'

test('a burst of two seconds is free, more has to wait until it is paid back', () => {
  const budget = new Budget(100, 0)
  budget.spend(200, 0)
  expect(budget.waitMs(0)).toBe(0)
  budget.spend(50, 0)
  expect(budget.waitMs(0)).toBe(501)
  expect(budget.waitMs(600)).toBe(0)
})

test('going from debt to debt adds up; a second of rest forgives it', () => {
  const budget = new Budget(100, 0)
  budget.spend(300, 0)
  expect(budget.overMs(0)).toBe(0)
  budget.spend(150, 1000)
  budget.spend(150, 2500)
  expect(budget.overMs(2500)).toBe(2500)
  budget.spend(1, 6000)
  budget.spend(300, 6000)
  expect(budget.overMs(6000)).toBe(0)
})
