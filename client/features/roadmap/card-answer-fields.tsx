/** What is known of an answer: state, whether it is true, proof, where it is, who sees to it, six tests, and its tools. */
import { useTranslation } from 'react-i18next'
import { useBoard } from '#client/features/roadmap/board-context.tsx'
import { CardLink } from '#client/features/roadmap/card-link.tsx'
import { CardNote } from '#client/features/roadmap/card-note.tsx'
import { CardOwner } from '#client/features/roadmap/card-owner.tsx'
import { Pick } from '#client/features/roadmap/card-pick.tsx'
import { CardTools } from '#client/features/roadmap/card-tools.tsx'
import { useSession } from '#client/session/hooks.ts'
import { answerChecks, check } from '#shared/board/card-edits.ts'
import { changeCard } from '#shared/board/roadmap-edits.ts'
import { answerStatuses, type Card, proofKinds, truths } from '#shared/board/schema.ts'
import styles from './card-parts.module.css'

/** Kinds of proof that tell of somebody who went the way before (R084). */
const isCase = ({ proof }: Card): boolean => proof === 'in_operation' || proof === 'peer_word'

export function AnswerFields({ answer }: { readonly answer: Card }) {
  const { t } = useTranslation('card')
  const { mayEdit } = useBoard()
  const session = useSession()
  const { id } = answer
  const change = (changes: Parameters<typeof changeCard>[1]['changes']) =>
    session.edit(changeCard, { id, changes })
  return (
    <dl className={styles.facts}>
      <Pick
        label={t('answer.state')}
        value={answer.status}
        options={answerStatuses.map((one) => [one, t(`answer.states.${one}`)])}
        onPick={mayEdit ? (status) => change({ status }) : null}
        focusName="state"
      />
      <Pick
        label={t('answer.trueToday')}
        value={answer.trueToday}
        options={truths.map((one) => [one, t(`answer.truths.${one}`)])}
        onPick={mayEdit ? (trueToday) => change({ trueToday }) : null}
      />
      {answer.trueToday === 'no' && (
        <dd className={`${styles.wide} ${styles.untrue}`}>{t('answer.notTrue')}</dd>
      )}
      <Pick
        label={t('answer.proof')}
        value={answer.proof ?? ''}
        options={[
          ['', t('facts.notSaid')] as const,
          ...proofKinds.map((one) => [one, t(`answer.proofs.${one}`)] as const),
        ]}
        onPick={mayEdit ? (proof) => change({ proof: proof === '' ? null : proof }) : null}
      />
      <CardLink card={answer} />
      <CardTools answer={answer} />
      <CardOwner card={answer} />
      <dt>{t('answer.checks')}</dt>
      <dd>
        <ul className={styles.checks} aria-label={t('answer.checks')}>
          {answerChecks.map((one) => (
            <li key={one}>
              <label>
                <input
                  type="checkbox"
                  checked={answer.checks[one] ?? false}
                  disabled={!mayEdit}
                  onChange={(event) => session.edit(check, { id, check: one, isOn: event.target.checked })}
                />
                {t(`answer.check.${one}`)}
              </label>
            </li>
          ))}
        </ul>
      </dd>
      {(isCase(answer) || answer.hurdles !== '' || answer.outcome !== '') && (
        <>
          <CardNote
            label={t('answer.hurdles')}
            value={answer.hurdles}
            onKeep={mayEdit ? (hurdles) => change({ hurdles }) : null}
          />
          <CardNote
            label={t('answer.outcome')}
            value={answer.outcome}
            onKeep={mayEdit ? (outcome) => change({ outcome }) : null}
          />
        </>
      )}
    </dl>
  )
}
