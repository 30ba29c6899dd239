import { expect, test } from 'vitest'
import { sellerWordsIn } from '#shared/board/seller-words.ts'

test('[method B7] words of sellers are found as whole words, in any case and with a space for a hyphen', () => {
  expect(sellerWordsIn('The Leading, best in class one-stop  shop')).toEqual([
    'leading',
    'best-in-class',
    'one-stop shop',
  ])
  expect(sellerWordsIn('World-class. UNIQUE')).toEqual(['world-class', 'unique'])
})

test('[method B7] words that only contain one are left alone', () => {
  expect(sellerWordsIn('Misleading uniqueness, leverages and robustness')).toEqual([])
  expect(sellerWordsIn('Your stores pass the next audit')).toEqual([])
  expect(sellerWordsIn('')).toEqual([])
})
