/** One need without which they would not have bought, in secret (R068), with what customers named beside each. */
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useDecider } from '#client/features/promise/use-decider.ts'
import type { BallotForm } from '#client/round/ballot-form.tsx'
import { ownOrder } from '#client/round/own-order.ts'
import { PlainBallot } from '#client/round/plain-ballot.tsx'
import { useSession } from '#client/session/hooks.ts'
import { shareWords } from '#shared/reality/words.ts'
import styles from './ballots.module.css'

export function CharacteristicBallot(form: BallotForm<'characteristic'>) {
  const { round, ballot, onChange, onSeal, frame } = form
  const { t } = useTranslation('promise')
  const { seatId } = useSession()
  const { decider } = useDecider()
  const name = useId()
  const chosen = round.subjects.find(({ id }) => id === ballot?.needId)
  return (
    <PlainBallot
      title={t('one.question')}
      lead={t('one.ballotLead')}
      frame={frame}
      state={chosen ? t('one.chosen', { name: chosen.title }) : t('one.choose')}
      maySeal={chosen !== undefined}
      onSeal={() => onSeal()}
      onAbstain={() => onSeal({ needId: null, abstained: true })}
    >
      <fieldset className={styles.question}>
        <legend className={styles.heard}>{t('one.question')}</legend>
        {ownOrder(round.subjects, seatId, round.id).map(({ id, title }) => {
          const named = decider.rows.find(({ needId }) => needId === id)?.namedBy.length
          return (
            <label key={id} className={styles.row}>
              <input
                type="radio"
                name={name}
                checked={chosen?.id === id}
                onChange={() => onChange({ needId: id, abstained: false })}
              />
              <span>
                {title}
                {named !== undefined && decider.n > 0 && (
                  <small>{t('one.named', { share: shareWords(named, decider.n) })}</small>
                )}
              </span>
            </label>
          )
        })}
      </fieldset>
    </PlainBallot>
  )
}
