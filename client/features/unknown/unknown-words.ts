/** The sentences of a row: what we do not know, from which figures, and how a customer could be asked. */
import type { TFunction } from 'i18next'
import type { NewGap } from '#shared/board/gap-edits.ts'
import type { Unknown } from '#shared/rounds/unknowns.ts'

type Words = TFunction<'unknown'>

export interface UnknownWords {
  /** What the tag counts. */
  readonly unit: string
  readonly title: string
  readonly details: readonly string[]
  /** To begin with; the room writes its own. */
  readonly question: string
}

/** What tells one unknown from another, for lists and drafts. */
export const keyOf = ({ reason, subject }: Pick<Unknown, 'reason' | 'subject'>): string =>
  `${reason}-${subject}`

export function wordsOf(t: Words, one: Unknown): UnknownWords {
  switch (one.reason) {
    case 'spread': {
      const { title: need, min, max, pair } = one
      const details: string[] = [t('spread.detail', { min, max })]
      if (pair) {
        const [high, low] = pair
        details.push(
          t('spread.pair', {
            high: high.label,
            most: Math.round(high.mean),
            low: low.label,
            least: Math.round(low.mean),
          }),
        )
      }
      return {
        unit: t('tag.points'),
        title: t('spread.title', { need }),
        details,
        question: t('spread.ask', { need }),
      }
    }
    case 'unsure': {
      const { title: need, count, of } = one
      return {
        unit: t('tag.dontKnow'),
        title: t('unsure.title', { need }),
        details: [t('unsure.detail', { count, of })],
        question: t('unsure.ask', { need }),
      }
    }
    case 'cells': {
      const { title: need, options } = one
      return {
        unit: t('tag.dontKnow'),
        title: t('cells.title', { need }),
        details: options.map(({ title, unknown, of }) =>
          t('cells.detail', { count: unknown, of, option: title }),
        ),
        question: t('cells.ask', { need }),
      }
    }
    case 'abstained': {
      const { subject, count, of, reasons } = one
      return {
        unit: t('tag.dontKnow'),
        title: t(`abstained.${subject}.title`),
        details: [
          t('abstained.detail', { count, of }),
          ...[...new Set(reasons)].map((reason) => t('abstained.reason', { reason })),
        ],
        question: t(`abstained.${subject}.ask`),
      }
    }
    case 'kind': {
      const { subject } = one
      return {
        unit: t('tag.wroteIt'),
        title: t(`kind.${subject}.title`),
        details: [t(`kind.${subject}.detail`)],
        question: t(`kind.${subject}.ask`),
      }
    }
    case 'stage': {
      const { title: stage } = one
      return {
        unit: t('tag.saidIt'),
        title: t('stage.title', { stage }),
        details: [t('stage.detail')],
        question: t('stage.ask', { stage }),
      }
    }
  }
}

/** The gap that an unknown becomes, asked with these words. */
export const gapFrom = (t: Words, one: Unknown, question: string): NewGap => ({
  unknown: { reason: one.reason, subject: one.subject },
  text: wordsOf(t, one).title,
  question,
  raisedByCount: one.reason === 'spread' ? 0 : one.count,
  ownerSeatId: null,
})
