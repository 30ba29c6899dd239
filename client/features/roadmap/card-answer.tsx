/** One answer in the panel of what it settles: dashed until a customer has seen it; its details fold out. */
import { useTranslation } from 'react-i18next'
import { useBoard } from '#client/features/roadmap/board-context.tsx'
import { AnswerFields } from '#client/features/roadmap/card-answer-fields.tsx'
import { AskCustomer } from '#client/features/roadmap/card-ask.tsx'
import { saidBy } from '#client/features/roadmap/card-face.tsx'
import { ago } from '#client/lib/ago.ts'
import { useRow, useSession } from '#client/session/hooks.ts'
import { Button } from '#client/ui/button.tsx'
import { EvidenceChip } from '#client/ui/evidence-chip.tsx'
import { PersonAvatar } from '#client/ui/person.tsx'
import { settle } from '#shared/board/card-edits.ts'
import type { Card } from '#shared/board/schema.ts'
import { seats } from '#shared/record/schema.ts'
import styles from './card-parts.module.css'

export function AnswerBox(props: {
  readonly answer: Card
  readonly questionId: string
  readonly isOpen: boolean
  readonly onToggle: () => void
}) {
  const { answer, questionId, isOpen, onToggle } = props
  const { t, i18n } = useTranslation('card')
  const { control, mayEdit } = useBoard()
  const session = useSession()
  const owner = useRow(seats, answer.ownerSeatId ?? '')
  const said = saidBy(answer)
  const { createdAt, status, trueToday } = answer
  const words = answer.text || t('answer.title')
  return (
    <div className={said > 0 ? `${styles.answer} ${styles.heard}` : styles.answer}>
      <p dir="auto">{words}</p>
      <p className={styles.meta}>
        {t(`answer.states.${status}`)}
        {trueToday === 'no' && !isOpen && <b className={styles.untrue}>{t('answer.notTrue')}</b>}
      </p>
      <div className={styles.answerFoot}>
        {owner && <PersonAvatar name={owner.name} functionName={owner.functionName} size="small" titled />}
        <span className={styles.since}>
          {said > 0 ? (
            <EvidenceChip count={said} />
          ) : createdAt === null ? (
            t('answers.guess')
          ) : (
            t('answers.guessed', { ago: ago(createdAt, session.serverNow(), i18n.language) })
          )}
        </span>
        <Button
          size="small"
          kind="quiet"
          aria-expanded={isOpen}
          aria-label={t('answers.details', {
            does: t(isOpen ? 'answers.close' : 'answers.open'),
            answer: words,
          })}
          onClick={onToggle}
        >
          {isOpen ? t('answers.close') : t('answers.open')}
        </Button>
        {mayEdit && said === 0 && <AskCustomer card={answer} />}
      </div>
      {isOpen && (
        <>
          <AnswerFields answer={answer} />
          <div className={styles.acts}>
            <Button size="small" onClick={() => control.openPanel(answer.id)}>
              {t('answers.ready')}
            </Button>
            {mayEdit && (
              <Button
                size="small"
                kind="quiet"
                aria-label={t('answers.unlink', { answer: words })}
                onClick={() => session.edit(settle, { id: answer.id, cardId: questionId, isOn: false })}
              >
                {t('answers.unlinkShort')}
              </Button>
            )}
          </div>
        </>
      )}
    </div>
  )
}
