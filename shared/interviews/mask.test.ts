import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { maskKnown, maskText, nobodyKnown } from '#shared/interviews/mask.ts'
import { law } from '#test/support/law.ts'

const anna = {
  persons: ['Anna-Lena Östergård'],
  firms: ['Kühlhaus Nord GmbH & Co. KG'],
  phones: ['+46 8 123 45 678'],
  emails: ['anna@kuehlhaus'],
}

describe('masking', () => {
  test.each([
    ['Write to anna.o@nord.example or a_b+c@x.co.uk.', 'Write to [e-mail] or [e-mail].'],
    ['See https://nord.example/a?b=1, then www.nord.de!', 'See [web address], then [web address]!'],
    ['on nord-cold.com/prices they say', 'on [web address] they say'],
    ['Call +49 40 123456-78 or 0171 2345678.', 'Call [number] or [number].'],
    ['(020) 7946 0958, 555-123-4567, (555) 123-4567', '[number], [number], [number]'],
    ['at 221b Baker Street, or Lange Hafenstraße 12a', 'at [street], or Lange [street]'],
    ['12 rue de la Paix', '[street]'],
  ])('[EV-7a] %s', (text, masked) => {
    expect(maskText(text)).toBe(masked)
  })

  test.each([
    '100 points, 20 of 100, 35 and 65',
    'From 1,200,000 to 2.5 million; 1 200 000 EUR or €12.50 each, 0.123456789 of it',
    'On 2026-05-12, 12.05.2026 and 02/03/2026, at 09:30, in 2024/2025 or 2019-2024',
    'ISO 9001, order 4711, 24/7, version 1.2.3, 3 x 40 ft, 0-10, page 12-14, 0800',
    'We did that. It was done.It is e.g. fine; 3 stores on the Way home',
    'A cold chain of 12,000 m2 with 450 staff in 7 sites',
  ])('leaves ordinary figures alone: %s', (text) => {
    expect(maskText(text, anna)).toBe(text)
  })

  test('known names go whatever their case and accents, alone by the surname, never within a word', () => {
    const text = 'anna lena ostergard of KUEHLHAUS; Mrs Östergård, Kuhlhaus nord, Östergårdsvägen'
    expect(maskText(text, anna)).toBe('[name] of KUEHLHAUS; Mrs [name], [firm], Östergårdsvägen')
  })

  test('a known number goes however it is written, a known address too, and nothing else does', () => {
    const text = '08 123 45 678, 12345678; Anna@Kuehlhaus; +49 40 999999; 100 points'
    expect(maskKnown(text, anna)).toBe('[number], [number]; [e-mail]; +49 40 999999; 100 points')
    expect(maskKnown(text, nobodyKnown)).toBe(text)
  })

  const around = fc.string({ unit: fc.constantFrom(...'ab ,.;:!?()-\n“”é12'), maxLength: 20 })
  const word = fc.string({ unit: fc.constantFrom(...'abcdefgh'), minLength: 3, maxLength: 8 })

  law('masking twice is masking once', [fc.string({ unit: 'binary', maxLength: 80 }), around], (a, b) => {
    const once = maskText(`${a} anna@nord.example ${b} Östergård`, anna)
    expect(maskText(once, anna)).toBe(once)
  })

  law('no e-mail address is left', [around, word, word, around], (before, name, host, after) => {
    expect(maskText(`${before} ${name}@${host}.example ${after}`)).not.toContain(`${name}@`)
  })

  law(
    'numbers of up to six digits, dates and prices stay',
    [fc.nat(999_999), fc.nat(99), around],
    (n, cents, text) => {
      const words = text.replace(/\d/g, '')
      const date = `20${String(cents).padStart(2, '0')}-05-12`
      const all = `${words} ${n} ${words} ${n}.${cents} ${date} ${words}`
      expect(maskText(all)).toBe(all)
    },
  )

  law('a known surname stands nowhere, whatever is around it', [around, around], (before, after) => {
    expect(maskText(`${before} Östergård ${after}`, anna)).not.toContain('Östergård')
  })
})
