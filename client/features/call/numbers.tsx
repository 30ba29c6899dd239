/** Points, marks and what they change. Folded until the customer has said unasked what decided it (method D8). */
import { useTranslation } from 'react-i18next'
import { useRow } from '#client/session/hooks.ts'
import { Button } from '#client/ui/button.tsx'
import type from '#client/ui/type.module.css'
import { interviews } from '#shared/interviews/schema.ts'
import { Effect } from './effect.tsx'
import { Marks } from './marks.tsx'
import styles from './numbers.module.css'
import { Points } from './points.tsx'
import { useShownNeeds } from './shown-needs.ts'
import type { AskedQuestion } from './use-questions.ts'

export function Numbers(props: {
  readonly interviewId: string
  readonly questions: readonly AskedQuestion[]
  readonly isUnfolded: boolean
  readonly onUnfold: () => void
}) {
  const { interviewId, questions, isUnfolded, onUnfold } = props
  const { t } = useTranslation('call')
  const needs = useShownNeeds(interviewId)
  const isListShown = useIsListShown(interviewId, questions) || isUnfolded
  const unaided = questions.find((question) => question.isUnaided)
  if (!isListShown) {
    return (
      <section className={styles.folded} aria-label={t('points.title')}>
        <h2 className={type.section}>{t('points.title')}</h2>
        <p className={styles.quiet}>
          {t('points.folded')} {unaided && t('points.foldedQuestion', { number: unaided.number })}
        </p>
        <Button size="small" onClick={onUnfold}>
          {t('points.unfold')}
        </Button>
      </section>
    )
  }
  return (
    <>
      <Points interviewId={interviewId} needs={needs} />
      <Marks interviewId={interviewId} needs={needs} />
      <Effect interviewId={interviewId} needs={needs} />
    </>
  )
}

function useIsListShown(interviewId: string, questions: readonly AskedQuestion[]): boolean {
  const interview = useRow(interviews, interviewId)
  const unaided = questions.find(({ isUnaided }) => isUnaided)
  if (!unaided || unaided.status === 'answered' || !interview) return true
  return interview.weights.status !== 'not_asked' || interview.marks.length > 0
}
