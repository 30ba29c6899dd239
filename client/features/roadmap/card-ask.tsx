/** "Ask a customer": a question about a card goes to the interview guide, in words one can still change. */
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useDerived, useRow, useSession } from '#client/session/hooks.ts'
import { Button } from '#client/ui/button.tsx'
import { askAboutCard, askedForCard } from '#shared/board/card-edits.ts'
import { type Card, cards, guideQuestions } from '#shared/board/schema.ts'
import { cut } from '#shared/document/fields.ts'
import styles from './card-parts.module.css'

const LONGEST_QUESTION = 500

export function AskCustomer({ card }: { readonly card: Card }) {
  const { t } = useTranslation('card')
  const session = useSession()
  const id = useId()
  const asked = useRow(guideQuestions, askedForCard(card.id))
  const isAsked = asked !== undefined && asked.binned === null
  const proposed = useProposedQuestion(card)
  const [words, setWords] = useState<string | null>(null)
  const send = () => {
    const question = (words ?? '').trim()
    if (question === '') return
    session.edit(askAboutCard, { cardId: card.id, question })
    setWords(null)
  }
  return (
    <>
      <button
        type="button"
        className={styles.ask}
        aria-expanded={words !== null}
        aria-label={t('ask.about', { does: t(isAsked ? 'ask.again' : 'ask.button'), card: card.text })}
        onClick={() => setWords(words === null ? (isAsked ? asked.text : proposed) : null)}
      >
        {isAsked ? t('ask.again') : t('ask.button')}
      </button>
      {words !== null && (
        <form
          className={styles.askForm}
          onSubmit={(event) => {
            event.preventDefault()
            send()
          }}
        >
          <label htmlFor={id}>{t('ask.label')}</label>
          <textarea
            id={id}
            rows={3}
            maxLength={LONGEST_QUESTION}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
          <Button type="submit" size="small" notYet={words.trim() === ''}>
            {t('ask.send')}
          </Button>
        </form>
      )}
      {words === null && isAsked && (
        <p className={styles.small}>
          {t('ask.sent')} <Link to={`/w/${session.workshopId}/interviews/questions`}>{t('ask.see')}</Link>
        </p>
      )}
    </>
  )
}

function useProposedQuestion({ text, settles, place: { lane } }: Card): string {
  const { t } = useTranslation('card')
  const question = useDerived(cards, (all) => all.find((one) => settles.includes(one.id))?.text ?? '')
  const proposed =
    lane === 'question'
      ? t('ask.forQuestion', { card: text })
      : lane === 'skepticism'
        ? t('ask.forDoubt', { card: text })
        : lane === 'answer' && question !== ''
          ? t('ask.forAnswer', { question, card: text })
          : lane === 'answer' || lane === 'tool'
            ? t('ask.forAnswerAlone', { card: text })
            : t('ask.forCard', { card: text })
  return cut(proposed, LONGEST_QUESTION)
}
