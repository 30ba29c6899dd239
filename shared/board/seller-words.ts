/** Words a seller likes and no customer says (method B7): pointed out beside a promise, never forbidden. */
const sellerWords = [
  'leading',
  'innovative',
  'best-in-class',
  'world-class',
  'cutting-edge',
  'state-of-the-art',
  'next-generation',
  'seamless',
  'holistic',
  'synergy',
  'unique',
  'unmatched',
  'robust',
  'empower',
  'leverage',
  'solution provider',
  'one-stop shop',
  'trusted partner',
  'end-to-end',
] as const

const joined = (word: string): string => word.replaceAll(/[\s-]+/gu, '[\\s-]+')

const patterns = sellerWords.map((word) => ({
  word,
  pattern: new RegExp(`(?<![\\p{L}\\p{N}])${joined(word)}(?![\\p{L}\\p{N}])`, 'iu'),
}))

/** Those that stand in a text as whole words, in the order of the list. */
export const sellerWordsIn = (text: string): readonly string[] =>
  patterns.filter(({ pattern }) => pattern.test(text)).map(({ word }) => word)
