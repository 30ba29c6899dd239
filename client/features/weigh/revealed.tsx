/**
 * Weights revealed (06): what the room guessed, how far apart it is, and what to talk about first. Nothing solid,
 * nothing blue: no customer has spoken in this picture.
 */
import { lazy, Suspense, useEffect, useMemo, useState } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import { FunctionFilter } from '#client/features/weigh/function-filter.tsx'
import { RevealedTools } from '#client/features/weigh/revealed-tools.tsx'
import { functionChips, type RowOrder, stripRows } from '#client/features/weigh/strip-rows.ts'
import { TalkFirst } from '#client/features/weigh/talk-first.tsx'
import { WeightsTable } from '#client/features/weigh/weights-table.tsx'
import { chartSentence, leadOf, topicsOf, verdictOf } from '#client/features/weigh/wording.ts'
import { SideNotes } from '#client/round/side-notes.tsx'
import { useCustomersAsked } from '#client/round/use-customers-asked.ts'
import { useTableKey } from '#client/round/use-table-key.ts'
import { countInWords, sampleSentence } from '#client/round/wording.ts'
import type { RoundOf } from '#client/session/hooks.ts'
import { LateSkeleton } from '#client/ui/late-skeleton.tsx'
import typography from '#client/ui/type.module.css'
import { Hl } from '#client/ui/words.tsx'
import type { WeightsResult } from '#shared/rounds/weights-result.ts'
import styles from './revealed.module.css'

const StripPlot = lazy(() => import('#client/features/weigh/strip-plot.tsx'))

/** As long as the picture takes to build up; after that nothing moves again. */
const BUILD_UP_MS = 3_500

interface RevealedProps {
  readonly round: RoundOf<'weights'>
  /** Revealed while this person was looking: the picture builds up once, and is announced. */
  readonly isFresh: boolean
}

export function Revealed({ round, isFresh }: RevealedProps) {
  const common = useTranslation('round').t
  if (!round.result) return <p role="alert">{common('revealed.unreadable')}</p>
  return <RevealedResult key={round.id} round={round} result={round.result} isFresh={isFresh} />
}

function RevealedResult(props: RevealedProps & { readonly result: WeightsResult }) {
  const { round, result, isFresh } = props
  const { t } = useTranslation('weigh')
  const common = useTranslation('round').t
  const customers = useCustomersAsked()
  const [order, setOrder] = useState<RowOrder>('byMean')
  const [isTable, setTable] = useState(false)
  const [onlyFunction, setOnlyFunction] = useState<string | null>(null)
  const [topicAt, setTopicAt] = useState(0)
  const rows = useMemo(() => stripRows(t, result, order), [t, result, order])
  const chips = useMemo(() => functionChips(result), [result])
  const topics = useMemo(() => topicsOf(result), [result])
  const topic = topics[topicAt]
  const [hasBuiltUp, setBuiltUp] = useState(false)
  useEffect(() => {
    if (!isFresh) return
    const timeout = setTimeout(() => setBuiltUp(true), BUILD_UP_MS)
    return () => clearTimeout(timeout)
  }, [isFresh])
  const showTable = (shown: boolean) => {
    setTable(shown)
    setBuiltUp(true)
  }
  useTableKey(() => showTable(!isTable))

  const sample = sampleSentence(common, {
    n: result.n,
    abstained: result.abstained,
    missing: round.missing.length,
    number: round.number,
    customers,
  })
  const verdict = `revealed.verdict.${verdictOf(result)}` as const
  const ballots = countInWords(common, result.n)
  return (
    <article className={styles.revealed}>
      <header className={styles.head}>
        <h1 className={typography.screen}>
          <Trans t={t} i18nKey={verdict} values={{ ballots }} components={{ hl: <Hl /> }} />
        </h1>
        <p className={typography.lead}>{leadOf(t, customers, round.informed)}</p>
        {isFresh && (
          <p className={typography.hidden} role="status">
            {t('revealed.announce', { heading: t(verdict, { ballots }).replaceAll(/<\/?hl>/g, '') })}
          </p>
        )}
      </header>
      <div className={styles.main}>
        {round.anonymity === 'anonymous' ? (
          <p className={typography.meta}>{t('revealed.functionsSecret')}</p>
        ) : (
          <FunctionFilter chips={chips} only={onlyFunction} onOnly={setOnlyFunction} />
        )}
        {isTable || rows.length === 0 ? (
          <WeightsTable result={result} needIds={rows.map(({ needId }) => needId)} sample={sample} />
        ) : (
          <Suspense fallback={<LateSkeleton label={t('revealed.loadingChart')} />}>
            <StripPlot
              rows={rows}
              chips={chips}
              liftedId={topic?.needId ?? null}
              onlyFunction={onlyFunction}
              informed={round.informed}
              isFresh={isFresh && !hasBuiltUp}
              sentence={chartSentence(t, result)}
            />
          </Suspense>
        )}
        <p className={styles.sample}>
          {sample} {t('revealed.averages')}
        </p>
        <RevealedTools
          order={order}
          onOrder={(next) => {
            setOrder(next)
            setBuiltUp(true)
          }}
          isTable={isTable}
          onTable={showTable}
          result={result}
          sample={sample}
        />
      </div>
      <aside className={styles.side}>
        {topic && (
          <TalkFirst
            topic={topic}
            isFirst={topicAt === 0}
            chips={chips}
            onNext={topics.length > 1 ? () => setTopicAt((topicAt + 1) % topics.length) : null}
          />
        )}
        <SideNotes reasons={result.reasons} confidenceMean={result.confidenceMean} />
      </aside>
    </article>
  )
}
