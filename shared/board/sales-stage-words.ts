/** Words of a sales process (method P1): a stage named so is ours in disguise, not a step of the buyer's. Pointed out, never forbidden. */
const words = [
  'lead',
  'leads',
  'prospect',
  'prospecting',
  'qualified',
  'qualification',
  'qualify',
  'pipeline',
  'opportunity',
  'pitch',
  'proposal sent',
  'closing',
  'close the deal',
  'closed won',
  'upsell',
  'cross-sell',
  'nurturing',
  'conversion',
] as const

const patterns = words.map((word) => ({
  word,
  pattern: new RegExp(`(?<![\\p{L}\\p{N}])${word}(?![\\p{L}\\p{N}])`, 'iu'),
}))

/** The first of them that stands in a stage's name; null when none does. */
export const salesWordIn = (name: string): string | null =>
  patterns.find(({ pattern }) => pattern.test(name))?.word ?? null
