/**
 * `/w/:id/unknown`: what the scoring leaves open (method D6, picture 07d). The last screen of the scoring, and never
 * a "done": what nobody knows becomes a question for a customer.
 */
import { useState } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import { GapList } from '#client/features/unknown/gap-list.tsx'
import { UnknownRow } from '#client/features/unknown/unknown-row.tsx'
import { gapFrom, keyOf, wordsOf } from '#client/features/unknown/unknown-words.ts'
import { type Guessed, useUnknowns } from '#client/features/unknown/use-unknowns.ts'
import { useDerived, useIsLoading, useRows, useSession } from '#client/session/hooks.ts'
import { Button } from '#client/ui/button.tsx'
import { LateSkeleton } from '#client/ui/late-skeleton.tsx'
import { EmptyState, UnansweredDrawing } from '#client/ui/states.tsx'
import typography from '#client/ui/type.module.css'
import { Hl } from '#client/ui/words.tsx'
import { gapOf, raiseGaps } from '#shared/board/gap-edits.ts'
import { guideTemplate } from '#shared/board/guide-template.ts'
import { guideQuestions, knowledgeGaps } from '#shared/board/schema.ts'
import type { Unknown } from '#shared/rounds/unknowns.ts'
import styles from './unknown.module.css'

export function UnknownPage() {
  const { t } = useTranslation('unknown')
  const isLoading = useIsLoading()
  const { rows, guessed } = useUnknowns()
  if (isLoading) return <LateSkeleton label={t('loading')} />
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <div>
          <h1 className={typography.screen}>
            <Trans t={t} i18nKey="title" components={{ hl: <Hl /> }} />
          </h1>
          <p className={typography.lead}>{t('lead')}</p>
        </div>
        {guessed && <Sample guessed={guessed} />}
      </header>
      <Known rows={rows} isRevealed={guessed !== null} />
    </div>
  )
}

function Sample({ guessed }: { readonly guessed: Guessed }) {
  const { t, i18n } = useTranslation('unknown')
  const counts: string[] = [t('ballots', { count: guessed.ballots })]
  if (guessed.weights > 0) counts.push(t('weights', { count: guessed.weights }))
  if (guessed.marks > 0) counts.push(t('marks', { count: guessed.marks }))
  const list = new Intl.ListFormat(i18n.language, { type: 'unit' }).format(counts)
  return (
    <p className={`${typography.meta} ${styles.sample}`}>
      {list}. {t(guessed.isInformed ? 'informed' : 'noCustomer')}
    </p>
  )
}

function Known({ rows, isRevealed }: { readonly rows: readonly Unknown[]; readonly isRevealed: boolean }) {
  const { t } = useTranslation('unknown')
  const session = useSession()
  const gaps = useRows(knowledgeGaps)
  const questions = useDerived(guideQuestions, (all) => all.filter(({ binned }) => !binned))
  const [drafts, setDrafts] = useState<Readonly<Record<string, string>>>({})
  const [said, setSaid] = useState('')

  const wordsFor = (one: Unknown) => drafts[keyOf(one)] ?? wordsOf(t, one).question
  const open = rows.filter((one) => !gapOf(gaps, one))
  const raise = (which: readonly Unknown[]) => {
    const asked = which.map((one) => gapFrom(t, one, wordsFor(one).trim()))
    session.edit(raiseGaps, asked)
    setSaid(asked.map(({ question }) => t('saidInGuide', { question })).join(' '))
  }
  const raisedOf = (one: Unknown) => {
    const gap = gapOf(gaps, one)
    return gap ? (questions.find(({ id }) => id === gap.guideQuestionId)?.text ?? '') : null
  }
  return (
    <div className={styles.columns}>
      <div className={styles.main}>
        {!isRevealed && (
          <EmptyState drawing={<UnansweredDrawing />} fact={t('notYet.fact')} advice={t('notYet.advice')} />
        )}
        {isRevealed && rows.length === 0 && <p className={styles.noRows}>{t('noRows')}</p>}
        {rows.length > 0 && (
          <ol aria-label={t('list')}>
            {rows.map((one) => (
              <UnknownRow
                key={keyOf(one)}
                unknown={one}
                question={wordsFor(one)}
                onQuestion={(question) => setDrafts((now) => ({ ...now, [keyOf(one)]: question }))}
                onAsk={() => raise([one])}
                raised={raisedOf(one)}
              />
            ))}
          </ol>
        )}
        <p className={typography.hidden} role="status">
          {said}
        </p>
        <GapList />
      </div>
      <Side
        left={open.length}
        found={rows.length}
        inGuide={questions.length}
        onAll={session.mayEditBoard ? () => raise(open) : null}
        isRevealed={isRevealed}
      />
    </div>
  )
}

function Side(props: {
  readonly left: number
  readonly found: number
  readonly inGuide: number
  readonly onAll: (() => void) | null
  readonly isRevealed: boolean
}) {
  const { left, found, inGuide, onAll, isRevealed } = props
  const { t } = useTranslation('unknown')
  const adds =
    inGuide === 0
      ? t('side.adds', { count: left, usual: guideTemplate.questions.length })
      : t('side.addsTo', { count: left, guide: inGuide })
  return (
    <aside className={styles.side}>
      {isRevealed && (
        <>
          <p className={styles.hard}>{t('side.title')}</p>
          <p className={typography.lead}>{t('side.lead')}</p>
          <section className={styles.say}>
            <h2 className={typography.section}>{t('side.sayTitle')}</h2>
            <blockquote>
              <p>{t('side.say1')}</p>
              <p>{t('side.say2')}</p>
              <p>{t('side.say3')}</p>
            </blockquote>
          </section>
        </>
      )}
      {found > 0 && <p className={styles.three}>{t('side.three')}</p>}
      {found > 0 && onAll && (
        <Button kind="reveal" size="large" wide notYet={left === 0} onClick={onAll}>
          {t(left === 0 ? 'side.allDone' : 'side.all')}
        </Button>
      )}
      <p className={typography.meta}>
        {left > 0 && onAll ? adds : inGuide > 0 && t('side.inGuide', { count: inGuide })}
      </p>
    </aside>
  )
}
