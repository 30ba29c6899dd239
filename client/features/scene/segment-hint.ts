/** Whether a kind of customer is said so that ten of them could be phoned: at least two words that narrow it down. */
export type SegmentHint = 'empty' | 'vague' | 'good'

/** Words that leave everyone in: sizes, and names for anybody who buys. */
const vague = new Set(
  `a all and any b2b b2c big business businesses buyer buyers client clients companies company consumer
  consumers corporate corporates corporation corporations customer customers enterprise enterprises every
  everybody everyone firm firms for from in industry international large local market medium midmarket mid
  national of or organisation organisations organization organizations our people segment sector sized small
  sme smes smb smbs some the their to user users who with worldwide global`.split(/\s+/u),
)

export function segmentHint(segment: string): SegmentHint {
  const words = segment.toLocaleLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  if (words.length === 0) return 'empty'
  const narrowing = new Set(words.filter((word) => !vague.has(word)))
  return narrowing.size >= 2 ? 'good' : 'vague'
}
