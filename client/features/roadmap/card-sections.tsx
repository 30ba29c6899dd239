/** What the panel says of a card, by its lane, from top to bottom. */
import { useTranslation } from 'react-i18next'
import { useBoard } from '#client/features/roadmap/board-context.tsx'
import { AnswerFields } from '#client/features/roadmap/card-answer-fields.tsx'
import { CardAnswers } from '#client/features/roadmap/card-answers.tsx'
import { AskCustomer } from '#client/features/roadmap/card-ask.tsx'
import { CardEvidence } from '#client/features/roadmap/card-evidence.tsx'
import { CardFacts } from '#client/features/roadmap/card-facts.tsx'
import { CardHistory } from '#client/features/roadmap/card-history.tsx'
import { CardPlan } from '#client/features/roadmap/card-plan.tsx'
import { CardSettles } from '#client/features/roadmap/card-settles.tsx'
import { CardStatus } from '#client/features/roadmap/card-status.tsx'
import { CardWordsField } from '#client/features/roadmap/card-words-field.tsx'
import { MoveForm } from '#client/features/roadmap/move-form.tsx'
import { Button } from '#client/ui/button.tsx'
import { isSettled } from '#shared/board/card-edits.ts'
import type { Card } from '#shared/board/schema.ts'
import styles from './card-panel.module.css'
import parts from './card-parts.module.css'

export function CardSections({ card }: { readonly card: Card }) {
  const { t } = useTranslation('card')
  const { t: roadmap } = useTranslation('roadmap')
  const { control, mayEdit } = useBoard()
  const { lane } = card.place
  return (
    <>
      {mayEdit ? (
        <CardWordsField card={card} />
      ) : (
        <p className={styles.title} dir="auto" aria-hidden="true">
          {card.text || roadmap('card.empty')}
        </p>
      )}
      {isSettled(lane) && <CardStatus card={card} />}
      <CardEvidence card={card} />
      <CardFacts card={card} />
      {isSettled(lane) && <CardAnswers card={card} />}
      {(lane === 'answer' || lane === 'tool') && <CardSettles card={card} />}
      {lane === 'answer' && (
        <section className={parts.part}>
          <h3>{t('answer.title')}</h3>
          <AnswerFields answer={card} />
        </section>
      )}
      {mayEdit && (
        <div className={parts.acts}>
          <AskCustomer card={card} />
        </div>
      )}
      <CardPlan card={card} />
      <CardHistory card={card} />
      {mayEdit && (
        <div data-part="move">
          <MoveForm card={card} />
        </div>
      )}
      {mayEdit && (
        <footer className={styles.foot}>
          <Button kind="danger" onClick={() => control.remove(card.id)}>
            {roadmap('panel.remove')}
          </Button>
        </footer>
      )}
    </>
  )
}
