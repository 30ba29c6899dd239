import { expect, test } from 'vitest'
import { functionKind } from '#client/ui/function-kind.ts'

test.each([
  ['Marketing', 'marketing'],
  ['sales', 'sales'],
  ['Sales and service', 'sales'],
  ['Customer service', 'service'],
  ['Service and spare parts', 'service'],
  ['Product development', 'product'],
  ['Product marketing', 'marketing'],
  ['Finance', 'finance'],
  ['Logistics', 'other'],
  ['', 'other'],
] as const)('%s has the shape of %s', (name, kind) => {
  expect(functionKind(name)).toBe(kind)
})
