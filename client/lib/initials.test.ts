import { expect, test } from 'vitest'
import { initialsOf } from '#client/lib/initials.ts'

test.each([
  ['Noor Haddad', 'NH'],
  ['Anna Maria von Berg', 'AB'],
  ['  marta ', 'M'],
  ['Zoë 🦊', 'Z🦊'],
  ['👩‍👩‍👧 Team', '👩‍👩‍👧T'],
  ['', ''],
])('the initials of “%s” are whole characters: %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials)
})
