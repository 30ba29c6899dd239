import { expect, test } from 'vitest'
import { cleanLine, pastedLines } from '#client/features/needs/pasted-lines.ts'
import { notes } from '#shared/rounds/notes.ts'

test('[ID-4a] forty pasted lines are forty notes, without bullets, numbers and empty lines', () => {
  const lines = Array.from({ length: 40 }, (_, index) => `${index + 1}. Need ${index + 1}`)
  const pasted = pastedLines(lines.join('\r\n\r\n'), [])
  expect(pasted).toHaveLength(40)
  expect(pasted[9]).toEqual({ text: 'Need 10', isCut: false, isKnown: false })
  expect(pastedLines('• One\n- Two\n\t\n3) Three', []).map(({ text }) => text)).toEqual([
    'One',
    'Two',
    'Three',
  ])
})

test('what is there already and what is too long is named', () => {
  const [known, again, long] = pastedLines(`price\nPRICE.\n${'x'.repeat(150)}`, ['Price'])
  expect(known).toMatchObject({ isKnown: true })
  expect(again).toMatchObject({ isKnown: true })
  expect(long).toMatchObject({ isCut: true })
  expect(long?.text).toHaveLength(140)
})

test('every pasted line is a note the server takes', () => {
  const odd = ['a\tb', '\u200b', '🦊'.repeat(80), ' 1. ', 'x\u0000y']
  const texts = pastedLines(odd.join('\n'), []).map(({ text }) => text)
  expect(texts).toContain('a b')
  expect(notes.ballot.safeParse({ notes: texts }).success).toBe(true)
  expect(cleanLine('\u200b')).toBe('')
})
