/**
 * Weights revealed (06): what the room guessed, how far apart it is, and what to talk about first. Nothing solid,
 * nothing blue: no customer has spoken in this picture.
 */
import { lazy, Suspense, useEffect, useMemo, useState } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import { FunctionFilter } from '#client/features/weigh/function-filter.tsx'
import { OpeningEnvelopes } from '#client/features/weigh/opening-envelopes.tsx'
import { RevealedTools } from '#client/features/weigh/revealed-tools.tsx'
import { functionChips, type RowOrder, stripRows } from '#client/features/weigh/strip-rows.ts'
import { TalkFirst } from '#client/features/weigh/talk-first.tsx'
import { BEATS, LAST_BEAT } from '#client/features/weigh/weight-beats.ts'
import { WeightsTable } from '#client/features/weigh/weights-table.tsx'
import { chartSentence, leadOf, topicsOf, verdictOf } from '#client/features/weigh/wording.ts'
import { SideNotes } from '#client/round/side-notes.tsx'
import { useBeat } from '#client/round/use-beat.ts'
import { useCustomersAsked } from '#client/round/use-customers-asked.ts'
import { useTableKey } from '#client/round/use-table-key.ts'
import { countInWords, sampleSentence } from '#client/round/wording.ts'
import type { RoundOf } from '#client/session/hooks.ts'
import { LateSkeleton } from '#client/ui/late-skeleton.tsx'
import typography from '#client/ui/type.module.css'
import { Hl } from '#client/ui/words.tsx'
import type { WeightsResult } from '#shared/rounds/weights-result.ts'
import styles from './revealed.module.css'

const loadPlot = () => import('#client/features/weigh/strip-plot.tsx')
const StripPlot = lazy(loadPlot)

interface RevealedProps {
  readonly round: RoundOf<'weights'>
  /** Revealed while this person was looking: its beats are played, and it is announced. */
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
  const chips = useMemo(() => functionChips(result), [result])
  const topics = useMemo(() => topicsOf(result), [result])
  const topic = topics[topicAt]
  const { isArriving, settle, ...reveal } = useBeat(round, LAST_BEAT, isFresh)
  const beat = result.n === 0 ? LAST_BEAT : reveal.beat
  const hasFigures = beat >= BEATS.means
  const rows = useMemo(
    () => stripRows(t, result, hasFigures ? order : 'asAsked'),
    [t, result, order, hasFigures],
  )
  useEffect(() => void loadPlot(), [])
  const showTable = (shown: boolean) => {
    if (!hasFigures) return
    setTable(shown)
    settle()
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
          {hasFigures ? (
            <Trans t={t} i18nKey={verdict} values={{ ballots }} components={{ hl: <Hl /> }} />
          ) : (
            t(`beats.${titleOf(beat)}.title`)
          )}
        </h1>
        <p className={typography.lead}>
          {hasFigures ? leadOf(t, customers, round.informed) : t(`beats.${titleOf(beat)}.lead`)}
        </p>
        {(isFresh || beat < LAST_BEAT) && (
          <p className={typography.hidden} role="status">
            {hasFigures
              ? t('revealed.announce', { heading: t(verdict, { ballots }).replaceAll(/<\/?hl>/g, '') })
              : t(`beats.${titleOf(beat)}.title`)}
          </p>
        )}
      </header>
      <div className={styles.main}>
        {hasFigures &&
          (round.anonymity === 'anonymous' ? (
            <p className={typography.meta}>{t('revealed.functionsSecret')}</p>
          ) : (
            <FunctionFilter chips={chips} only={onlyFunction} onOnly={setOnlyFunction} />
          ))}
        {beat === BEATS.envelopes && <OpeningEnvelopes count={round.sealedCount} isArriving={isArriving} />}
        {beat > BEATS.envelopes && ((hasFigures && isTable) || rows.length === 0) && (
          <WeightsTable result={result} needIds={rows.map(({ needId }) => needId)} sample={sample} />
        )}
        {beat > BEATS.envelopes && !(hasFigures && isTable) && rows.length > 0 && (
          <Suspense fallback={<LateSkeleton label={t('revealed.loadingChart')} />}>
            <StripPlot
              rows={rows}
              chips={chips}
              liftedId={topic?.needId ?? null}
              onlyFunction={onlyFunction}
              informed={round.informed}
              beat={beat}
              isArriving={isArriving}
              sentence={
                hasFigures
                  ? chartSentence(t, result)
                  : t(beat === BEATS.rows ? 'beats.chart' : 'beats.guesses', { count: result.n })
              }
            />
          </Suspense>
        )}
        {beat >= BEATS.guesses && (
          <p className={styles.sample}>
            {sample} {hasFigures && t('revealed.averages')}
          </p>
        )}
        {hasFigures && (
          <RevealedTools
            order={order}
            onOrder={(next) => {
              setOrder(next)
              settle()
            }}
            isTable={isTable}
            onTable={showTable}
            result={result}
            sample={sample}
          />
        )}
      </div>
      <aside className={styles.side}>
        {beat >= BEATS.talk && topic && (
          <TalkFirst
            topic={topic}
            isFirst={topicAt === 0}
            chips={chips}
            onNext={topics.length > 1 ? () => setTopicAt((topicAt + 1) % topics.length) : null}
          />
        )}
        {beat >= BEATS.talk && <SideNotes reasons={result.reasons} confidenceMean={result.confidenceMean} />}
      </aside>
    </article>
  )
}

/** What stands above a beat that has no figures yet. */
const titleOf = (beat: number) =>
  beat === BEATS.envelopes ? 'beat0' : beat === BEATS.rows ? 'beat1' : 'beat2'
