/** Three marks in secret (R019): the needs in one's own order, so that the first of a list gains nothing. */
import { useTranslation } from 'react-i18next'
import { PageHead } from '#client/features/needs/page-head.tsx'
import type { BallotFrame } from '#client/round/own-ballot.tsx'
import { ownOrder } from '#client/round/own-order.ts'
import { type RoundOf, useSession } from '#client/session/hooks.ts'
import type { OwnBallot } from '#client/session/use-ballot.ts'
import { Button } from '#client/ui/button.tsx'
import typography from '#client/ui/type.module.css'
import { MARKS_EACH } from '#shared/rounds/cut.ts'
import styles from './cut-ballot.module.css'

export function CutBallot(props: {
  readonly round: RoundOf<'cut'>
  readonly own: OwnBallot<'cut'>
  readonly frame: BallotFrame
}) {
  const { round, own, frame } = props
  const { t } = useTranslation('needs')
  const { seatId } = useSession()
  const marks = own.ballot?.marks ?? []
  const left = MARKS_EACH - marks.length
  const toggle = (id: string) => {
    if (marks.includes(id)) own.change({ marks: marks.filter((one) => one !== id), abstained: false })
    else if (left > 0) own.change({ marks: [...marks, id], abstained: false })
  }
  const sealUnknown = () => {
    own.change({ marks: [], abstained: true })
    own.seal()
  }
  const maySeal = marks.length > 0 && !frame.isSealing
  return (
    <section className={styles.ballot}>
      <PageHead at="shortlist" title={t('cut.question')} lead={t('cut.lead')} />
      <ul className={styles.needs} aria-label={t('cut.list')}>
        {ownOrder(round.subjects, seatId, round.id).map(({ id, title }) => (
          <li key={id}>
            <label className={styles.need}>
              <input
                type="checkbox"
                checked={marks.includes(id)}
                aria-disabled={left === 0 && !marks.includes(id)}
                onChange={() => toggle(id)}
              />
              <span>{title}</span>
            </label>
          </li>
        ))}
      </ul>
      <footer className={styles.foot}>
        <p role="status" className={styles.left}>
          {t('cut.left', { count: left })}
        </p>
        {left === 0 && round.subjects.length > MARKS_EACH && (
          <p className={typography.meta}>{t('cut.full')}</p>
        )}
        <p className={typography.meta}>{frame.draftState}</p>
        {frame.problem && (
          <p className={styles.problem} role="alert">
            {frame.problem}
          </p>
        )}
        <div className={styles.buttons}>
          <Button kind="primary" size="large" notYet={!maySeal} onClick={own.seal}>
            {frame.isSealing ? t('cut.sealing') : marks.length === 0 ? t('cut.sealNotYet') : t('cut.seal')}
          </Button>
          <Button size="large" notYet={frame.isSealing} onClick={sealUnknown}>
            {t('cut.dontKnow')}
          </Button>
        </div>
      </footer>
    </section>
  )
}
