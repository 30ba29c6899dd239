/**
 * Words that every company writes and nobody can weigh (method D3, R015). A note is generic when little more than such
 * words is left of it: at most three words, each of the list, once the praise around them is dropped. A hint, never a bar.
 */
const words = new Set(
  `brand reputation image name product products range features functionality technology innovation quality performance
  reliability price cost costs value service support expertise experience partnership relationship trust flexibility
  solution solutions design communication sustainability speed leader leadership`.split(/\s+/),
)
/** Generic only together: each alone could belong to a need that is not. */
const phrases = ['value for money', 'customer service'] as const
const dropped = new Set(
  'a an the our of and good great strong high best better top trusted low excellent full'.split(' '),
)
const MOST_WORDS = 3

/** The generic word a text comes down to ("quality" for "Our best quality"), or null when it says more. */
export function genericWord(text: string): string | null {
  const line = (text.toLowerCase().match(/[\p{L}\p{M}\p{N}’']+/gu) ?? []).join(' ')
  const phrase = phrases.find((one) => ` ${line} `.includes(` ${one} `))
  const left = (phrase ? ` ${line} `.replace(` ${phrase} `, ' ') : line)
    .split(' ')
    .filter((word) => word !== '' && !dropped.has(word))
  const count = left.length + (phrase ? 1 : 0)
  if (count === 0 || count > MOST_WORDS || !left.every((word) => words.has(word))) return null
  return phrase ? (phrase === 'customer service' ? 'service' : 'value') : singular(left.at(-1) ?? '')
}

const singular = (word: string): string =>
  ['products', 'costs', 'solutions'].includes(word) ? word.slice(0, -1) : word
