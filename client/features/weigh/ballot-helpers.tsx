/** Quick ways to place points: the same for all, the rest here, start again (SC-3b). */
import { useTranslation } from 'react-i18next'
import { type EditBallot, withPoints } from '#client/features/weigh/ballot-value.ts'
import { left, placed, shareEqually, takeRest } from '#client/lib/points.ts'
import { Button } from '#client/ui/button.tsx'
import type { Subject } from '#shared/rounds/kind.ts'
import type { WeightsBallot } from '#shared/rounds/weights.ts'
import styles from './ballot.module.css'

export function BallotHelpers(props: {
  readonly ballot: WeightsBallot
  readonly ids: readonly string[]
  /** The need last touched. */
  readonly current: Subject | undefined
  readonly edit: EditBallot
}) {
  const { ballot, ids, current, edit } = props
  const { t } = useTranslation('weigh')
  const hasRest = left(ballot.points, ids) > 0
  return (
    <fieldset className={styles.helperButtons} aria-label={t('ballot.helpers')}>
      <Button size="small" onClick={() => edit((now) => withPoints(now, shareEqually(ids)))}>
        {t('ballot.shareEqually')}
      </Button>
      <Button
        size="small"
        notYet={current ? !hasRest : t('ballot.restNotYet')}
        {...(current && hasRest && { 'aria-description': t('ballot.restOn', { need: current.title }) })}
        onClick={() => current && edit((now) => withPoints(now, takeRest(now.points, ids, current.id)))}
      >
        {t('ballot.restHere')}
      </Button>
      <Button
        size="small"
        kind="quiet"
        notYet={placed(ballot.points, ids) === 0}
        onClick={() => edit((now) => withPoints(now, {}))}
      >
        {t('ballot.clear')}
      </Button>
    </fieldset>
  )
}
