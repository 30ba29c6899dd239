/** What a customer said: answers in the wording that was asked, and their own words where they fell. */
import '@fontsource-variable/source-serif-4/wght-italic.css'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { TextWithSpot, usePointedAt, useScrolledTo } from '#client/features/interviews/spot.tsx'
import { useDerived, useRows } from '#client/session/hooks.ts'
import { useMasked } from '#client/session/use-masked.ts'
import typography from '#client/ui/type.module.css'
import { askedOf, questionsAt, wordingAt } from '#shared/board/guide-wording.ts'
import { guideChanges, guideQuestions } from '#shared/board/schema.ts'
import { byOrder } from '#shared/document/order.ts'
import { answers, type Interview, type Quote, quotes } from '#shared/interviews/schema.ts'
import styles from './customer.module.css'

export function CustomerWords(props: {
  readonly interview: Interview
  /** The name of one of several doubles. */
  readonly heading: string | null
  readonly isResearcher: boolean
}) {
  const { interview, heading, isResearcher } = props
  const { t } = useTranslation('interviews')
  const masked = useMasked()
  const pointedAt = usePointedAt()
  const questions = useRows(guideQuestions)
  const changes = useRows(guideChanges)
  const own = useDerived(answers, (all) =>
    all.filter(({ interviewId, text }) => interviewId === interview.id && text.trim() !== '').sort(byOrder),
  )
  // Words a customer did not allow inside the firm, and private ones, stay with the researchers.
  const isKeptBack = interview.consent.quotesInside === false && !isResearcher
  const said = useDerived(quotes, (all) =>
    all
      .filter((quote) => quote.interviewId === interview.id && (isResearcher || !quote.private))
      .sort((a, b) => (a.start ?? 0) - (b.start ?? 0) || byOrder(a, b)),
  )
  const shown = isKeptBack ? [] : said
  const version = own.reduce((most, { guideVersion }) => Math.max(most, guideVersion), 0)
  const versionOf = (questionId: string) =>
    own.find((answer) => answer.questionId === questionId)?.guideVersion ?? version
  const worded = questionsAt(questions, changes, version).map((question) => {
    const text = wordingAt(question, versionOf(question.id), changes)
    return { ...question, text, worded: text, isChanged: text !== question.text }
  })
  const asked = askedOf(worded, interview.customer.wonOrLost)
  const listed = new Set(asked.map(({ id }) => id))
  const extra = [...new Set(own.map(({ questionId }) => questionId))].filter((id) => !listed.has(id))
  const loose = shown.filter(({ answerId }) => !own.some(({ id }) => id === answerId))
  const beside = new Set(['weights', 'marks'])
  const lines = [
    ...asked.map(({ id, theme, text, worded: before, isChanged }) => ({
      id,
      theme,
      text,
      // Somebody who did not buy was asked in other words, which have no versions.
      isChanged: isChanged && text === before,
    })),
    ...extra.map((id) => {
      const question = questions.find((one) => one.id === id)
      const text = question ? wordingAt(question, versionOf(id), changes) : t('customer.questionGone')
      return { id, theme: '', text, isChanged: false }
    }),
  ]
  return (
    <section className={styles.words}>
      <h2 className={typography.section}>
        {heading === null ? t('customer.answers') : `${heading}: ${t('customer.answers')}`}
      </h2>
      {isKeptBack && said.length > 0 && <p className={typography.meta}>{t('customer.noQuotes')}</p>}
      <ol>
        {lines.map(({ id, theme, text, isChanged }) => {
          const texts = own.filter(({ questionId }) => questionId === id)
          if (texts.length === 0 && beside.has(theme)) return null
          return (
            <li key={id} className={styles.answer}>
              <h3>
                {text}
                {isChanged && <small>{t('customer.wordingThen')}</small>}
              </h3>
              {texts.length === 0 && (
                <p className={styles.unanswered}>
                  {t(interview.notAsked.includes(id) ? 'customer.notAsked' : 'customer.noAnswer')}
                </p>
              )}
              {texts.map((answer) => (
                <div key={answer.id}>
                  <p className={styles.text}>
                    <TextWithSpot
                      text={answer.text}
                      quote={shown.find((one) => one.id === pointedAt && one.answerId === answer.id)}
                      show={masked}
                    />
                  </p>
                  <Quotes
                    of={shown.filter(({ answerId }) => answerId === answer.id)}
                    pointedAt={
                      shown.some((one) => one.id === pointedAt && answer.text.includes(one.text))
                        ? null
                        : pointedAt
                    }
                  />
                </div>
              ))}
            </li>
          )
        })}
      </ol>
      {loose.length > 0 && (
        <>
          <h3 className={typography.section}>{t('customer.otherWords')}</h3>
          <Quotes of={loose} pointedAt={pointedAt} />
        </>
      )}
    </section>
  )
}

function Quotes({ of, pointedAt }: { readonly of: readonly Quote[]; readonly pointedAt: string | null }) {
  const masked = useMasked()
  return of.map(({ id, text, tags }) => (
    <QuoteBlock key={id} isSpot={id === pointedAt} id={id}>
      <p>{masked(text)}</p>
      {tags.length > 0 && <footer>{tags.join(' · ')}</footer>}
    </QuoteBlock>
  ))
}

/** The words themselves are the spot where the answer does not hold them any more. */
function QuoteBlock(props: { readonly id: string; readonly isSpot: boolean; readonly children: ReactNode }) {
  const { id, isSpot, children } = props
  const element = useScrolledTo<HTMLQuoteElement>(isSpot ? id : undefined)
  return (
    <blockquote
      ref={element}
      className={styles.quote}
      data-spot={isSpot || undefined}
      tabIndex={isSpot ? -1 : undefined}
    >
      {children}
    </blockquote>
  )
}
