import { expect, test } from 'vitest'
import { proposedCategory } from '#client/features/promise/category-helper.ts'

test('[method E2] the helper proposes from the first question that is answered with yes, and waits for the open ones', () => {
  expect(proposedCategory({ k1: true })).toBe('intense')
  expect(proposedCategory({ k1: false, k2: true })).toBe('heavy')
  expect(proposedCategory({ k1: false, k2: false, k3: true })).toBe('medium')
  expect(proposedCategory({ k1: false, k2: false, k3: false })).toBe('light')
  expect(proposedCategory({})).toBeNull()
  expect(proposedCategory({ k2: true, k3: true })).toBeNull()
  expect(proposedCategory({ k1: false, k3: true })).toBeNull()
  expect(proposedCategory({ k1: false, k2: false })).toBeNull()
})
