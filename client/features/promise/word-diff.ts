/** Two versions of the promise, word by word (R066): what was taken out, what is new, what stayed. */
import { diffWordsWithSpace } from 'diff'

export interface DiffPart {
  readonly kind: 'same' | 'gone' | 'added'
  readonly text: string
}

export const wordDiff = (from: string, to: string): readonly DiffPart[] =>
  diffWordsWithSpace(from, to).map(({ value, added, removed }) => ({
    kind: added ? 'added' : removed ? 'gone' : 'same',
    text: value,
  }))

/** Whether anything but spaces is left of the earlier version. */
export const isRelated = (parts: readonly DiffPart[]): boolean =>
  parts.some(({ kind, text }) => kind === 'same' && /\p{L}/u.test(text))
