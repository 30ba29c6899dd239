import { expect, test } from 'vitest'
import { decode } from '#shared/intake/decode.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)

test('a place-holder that was already written in a file is read as it stands, not taken for another encoding', () => {
  const text = 'Quote\n\uFFFD\n'
  expect(decode(utf8(text))).toEqual({ text, encoding: 'utf-8', hasMark: false })
})

test('bytes that are not UTF-8 are read as Windows-1252', () => {
  expect(decode(Uint8Array.of(0x4d, 0xfc, 0x68, 0x65))?.text).toBe('Mühe')
})

test('one bad byte among good ones stays one bad byte', () => {
  const bytes = Uint8Array.of(...utf8('Mühe und Größe '), 0xfc)
  expect(decode(bytes)).toMatchObject({ encoding: 'utf-8', text: 'Mühe und Größe \uFFFD' })
})
