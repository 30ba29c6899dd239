/** What would settle a question or doubt: its answers, each with its details, and the ways to one more. */
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useBoard } from '#client/features/roadmap/board-context.tsx'
import { AddLine } from '#client/features/roadmap/card-add-line.tsx'
import { AnswerBox } from '#client/features/roadmap/card-answer.tsx'
import { useDerived, useSession } from '#client/session/hooks.ts'
import { settle, settleWith } from '#shared/board/card-edits.ts'
import { byPlace } from '#shared/board/roadmap-edits.ts'
import { type Card, cards } from '#shared/board/schema.ts'
import { saidBy } from './card-face.tsx'
import styles from './card-parts.module.css'

export function CardAnswers({ card }: { readonly card: Card }) {
  const { t } = useTranslation('card')
  const { mayEdit } = useBoard()
  const session = useSession()
  const answers = useDerived(cards, (all) =>
    all
      .filter((one) => !one.binned && one.place.lane === 'answer' && one.settles.includes(card.id))
      .sort(byPlace),
  )
  const [opened, setOpened] = useState<string | null>(null)
  const isSeen = answers.some((answer) => saidBy(answer) > 0)
  return (
    <section className={styles.part} data-part="answers">
      <h3>
        {t('answers.title')}
        <span>{answers.length > 0 && !isSeen && t('answers.unseen')}</span>
      </h3>
      {answers.length === 0 && <p className={styles.none}>{t('answers.none')}</p>}
      {answers.map((answer) => (
        <AnswerBox
          key={answer.id}
          answer={answer}
          questionId={card.id}
          isOpen={opened === answer.id}
          onToggle={() => setOpened(opened === answer.id ? null : answer.id)}
        />
      ))}
      {mayEdit && (
        <>
          <AddLine
            button={t('answers.add')}
            label={t('answers.addLabel')}
            placeholder={t('answers.placeholder')}
            onAdd={(text) => setOpened(session.edit(settleWith, { cardId: card.id, text }))}
          />
          <OtherAnswer card={card} />
        </>
      )}
    </section>
  )
}

/** One answer often settles several questions: those on the board, of the same stage first. */
function OtherAnswer({ card }: { readonly card: Card }) {
  const { t } = useTranslation('card')
  const session = useSession()
  const id = useId()
  const { stageId } = card.place
  const others = useDerived(cards, (all) =>
    all
      .filter((one) => !one.binned && one.place.lane === 'answer' && !one.settles.includes(card.id))
      .sort(
        (a, b) =>
          Number(b.place.stageId === stageId) - Number(a.place.stageId === stageId) ||
          a.text.localeCompare(b.text),
      )
      .map(({ id: answerId, text }) => ({ answerId, text })),
  )
  if (others.length === 0) return null
  return (
    <p className={styles.pick}>
      <label htmlFor={id}>{t('answers.link')}</label>
      <select
        id={id}
        value=""
        onChange={(event) => session.edit(settle, { id: event.target.value, cardId: card.id, isOn: true })}
      >
        <option value="">{t('answers.choose')}</option>
        {others.map(({ answerId, text }) => (
          <option key={answerId} value={answerId}>
            {text}
          </option>
        ))}
      </select>
    </p>
  )
}
