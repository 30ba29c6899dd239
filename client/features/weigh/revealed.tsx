/**
 * Weights revealed (06): what the room guessed, how far apart it is, and what to talk about first. Nothing solid,
 * nothing blue: no customer has spoken in this picture.
 */
import type { TFunction } from 'i18next'
import { lazy, Suspense, useEffect, useMemo, useState } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import { balancedMeans, swappedByBalance } from '#client/features/weigh/balanced.ts'
import { numbersAsText } from '#client/features/weigh/copy-numbers.ts'
import { ExactWeights } from '#client/features/weigh/exact-figures.tsx'
import { FunctionFilter } from '#client/features/weigh/function-filter.tsx'
import { RevealedTools } from '#client/features/weigh/revealed-tools.tsx'
import { functionChips, type RowOrder, stripRows } from '#client/features/weigh/strip-rows.ts'
import { TalkFirst } from '#client/features/weigh/talk-first.tsx'
import { BEATS, LAST_BEAT } from '#client/features/weigh/weight-beats.ts'
import { WeightsTable } from '#client/features/weigh/weights-table.tsx'
import { chartSentence, leadOf, topicsOf, verdictOf } from '#client/features/weigh/wording.ts'
import { OpeningEnvelopes } from '#client/round/opening-envelopes.tsx'
import layout from '#client/round/revealed.module.css'
import { SideNotes } from '#client/round/side-notes.tsx'
import { useBeat } from '#client/round/use-beat.ts'
import { useCustomersAsked } from '#client/round/use-customers-asked.ts'
import { countInWords, sampleSentence } from '#client/round/wording.ts'
import type { RoundOf } from '#client/session/hooks.ts'
import { Chart } from '#client/ui/chart.tsx'
import { LateSkeleton } from '#client/ui/late-skeleton.tsx'
import typography from '#client/ui/type.module.css'
import { Hl } from '#client/ui/words.tsx'
import type { WeightsResult } from '#shared/rounds/weights-result.ts'

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
  const [isBalanced, setBalanced] = useState(false)
  const [onlyFunction, setOnlyFunction] = useState<string | null>(null)
  const [topicAt, setTopicAt] = useState(0)
  const chips = useMemo(() => functionChips(result), [result])
  const topics = useMemo(() => topicsOf(result), [result])
  const topic = topics[topicAt]
  const { isArriving, settle, ...reveal } = useBeat(round, LAST_BEAT, isFresh)
  const beat = result.n === 0 ? LAST_BEAT : reveal.beat
  const hasFigures = beat >= BEATS.means
  const rows = useMemo(
    () => stripRows(t, result, hasFigures ? order : 'asAsked', isBalanced ? balancedMeans(result) : null),
    [t, result, order, hasFigures, isBalanced],
  )
  useEffect(() => void loadPlot(), [])

  const sample = sampleSentence(common, {
    n: result.n,
    abstained: result.abstained,
    missing: round.missing.length,
    number: round.number,
    customers,
  })
  const verdict = `revealed.verdict.${verdictOf(result)}` as const
  const ballots = countInWords(common, result.n)
  const heading = t(verdict, { ballots }).replaceAll(/<\/?hl>/g, '')
  const plot = rows.length > 0 && (
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
  )
  return (
    <article className={layout.revealed}>
      <header className={layout.head}>
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
            {hasFigures ? t('revealed.announce', { heading }) : t(`beats.${titleOf(beat)}.title`)}
          </p>
        )}
      </header>
      <div className={layout.main}>
        {hasFigures &&
          (round.anonymity === 'anonymous' ? (
            <p className={typography.meta}>{t('revealed.functionsSecret')}</p>
          ) : (
            <FunctionFilter chips={chips} only={onlyFunction} onOnly={setOnlyFunction} />
          ))}
        {beat === BEATS.envelopes ? (
          <OpeningEnvelopes count={round.sealedCount} isArriving={isArriving} />
        ) : (
          <Chart
            title={heading}
            drawing={plot || null}
            table={
              <WeightsTable result={result} needIds={rows.map(({ needId }) => needId)} sample={sample} />
            }
            sample={
              beat >= BEATS.guesses && `${sample}${hasFigures ? ` ${averagesOf(t, result, isBalanced)}` : ''}`
            }
            numbers={hasFigures ? () => numbersAsText(t, result, sample) : null}
            isMain
            onSwitch={settle}
            tools={
              <RevealedTools
                order={order}
                onOrder={(next) => {
                  setOrder(next)
                  settle()
                }}
                isBalanced={balancedMeans(result) === null ? null : isBalanced}
                onBalanced={(next) => {
                  setBalanced(next)
                  settle()
                }}
              />
            }
          />
        )}
        {hasFigures && <ExactWeights result={result} />}
      </div>
      <aside className={layout.side}>
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

/** What the averages are, and whether counting by function changes their order (method C1). */
function averagesOf(t: TFunction<'weigh'>, result: WeightsResult, isBalanced: boolean): string {
  if (!isBalanced) return t('revealed.averages')
  const swapped = swappedByBalance(result)
  const order = swapped
    ? t('revealed.balancedSwaps', { first: swapped[0], second: swapped[1] })
    : t('revealed.balancedSame')
  return `${t('revealed.balancedAverages')} ${order}`
}

/** What stands above a beat that has no figures yet. */
const titleOf = (beat: number) =>
  beat === BEATS.envelopes ? 'beat0' : beat === BEATS.rows ? 'beat1' : 'beat2'
