import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { linkTarget, runsProgram, whereabouts } from '#shared/document/web-address.ts'
import { law } from '#test/support/law.ts'

const programs = [
  'javascript:alert(1)',
  ' JaVaScRiPt:alert(1)',
  'java\tscript:alert(1)',
  'java\nscript:alert(1)',
  '\u0000javascript:alert(1)',
  '\u200bjavascript:alert(1)',
  'javascript :alert(1)',
  'vbscript:x',
  'data:text/html,<script>alert(1)</script>',
  'blob:https://example.com/1',
]

describe('an address that runs as a program', () => {
  test.each(programs)('[S5] %j is refused with words, and leads nowhere', (address) => {
    const field = whereabouts({ max: 500 })
    expect(runsProgram(address)).toBe(true)
    expect(linkTarget(address)).toBeNull()
    expect(field.fault(address)).toContain('would run as a program')
    expect(field.read(address)).toBe('')
  })

  const scheme = fc.constantFrom('javascript:', 'data:', 'JAVASCRIPT&colon;', 'file:', 'https://', '', 'x.y:')
  law(
    '[S5] no link leads anywhere but to a page or a mailbox, whatever is written',
    [fc.tuple(fc.string({ maxLength: 4 }), scheme, fc.string())],
    (parts) => {
      expect(linkTarget(parts.join('')) ?? 'https://').toMatch(/^(?:https?:\/\/|mailto:)/iu)
    },
  )
})

test.each([
  ['https://example.com/a?b#c', 'https://example.com/a?b#c'],
  ['example.com/parts', 'https://example.com/parts'],
  ['bücher.example:8080/x', 'https://bücher.example:8080/x'],
  ['mailto:help@example.com', 'mailto:help@example.com'],
  ['Confluence: parts list', null],
  ['drawer 3, the blue folder', null],
  ['', null],
])('%j leads to %j and is kept as it is written', (written, target) => {
  const field = whereabouts({ max: 500 })
  expect(linkTarget(written)).toBe(target)
  expect(field.fault(written)).toBeNull()
  expect(field.read(written)).toBe(written)
})
