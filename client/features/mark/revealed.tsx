/**
 * Marks revealed (07b): how the room marks each one, where it disagrees, what it cannot say, where our lead comes from
 * and what would overturn it. All of it in pencil: no customer has marked anything here.
 */
import { useMemo, useState } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import { markOf } from '#client/features/mark/ballot-value.ts'
import { Disputed, NobodyCanSay } from '#client/features/mark/beside-marks.tsx'
import { ExactMarks } from '#client/features/mark/exact-marks.tsx'
import {
  cellOf,
  disputedCells,
  functionsOf,
  needsByWeight,
  needsWon,
  totalsOf,
} from '#client/features/mark/figures.ts'
import { FunctionsCell, HeatCell, MineCell } from '#client/features/mark/heat-cell.tsx'
import { Heatmap } from '#client/features/mark/heatmap.tsx'
import { BEATS, LAST_BEAT } from '#client/features/mark/mark-beats.ts'
import { MarksTable } from '#client/features/mark/marks-table.tsx'
import { useHasOwn, useOwnSealed, type View, ViewLead, ViewTabs } from '#client/features/mark/marks-view.tsx'
import { OurLead } from '#client/features/mark/our-lead.tsx'
import { Sensitivity } from '#client/features/mark/sensitivity.tsx'
import { useUsId } from '#client/features/mark/use-options.ts'
import { useWeights } from '#client/features/mark/use-weights.ts'
import { chartSentence, headingOf, leadOf, numbersAsText } from '#client/features/mark/wording.ts'
import { OpeningEnvelopes } from '#client/round/opening-envelopes.tsx'
import layout from '#client/round/revealed.module.css'
import { SideNotes } from '#client/round/side-notes.tsx'
import { useBeat } from '#client/round/use-beat.ts'
import { useCustomersAsked } from '#client/round/use-customers-asked.ts'
import { sampleSentence } from '#client/round/wording.ts'
import type { RoundOf } from '#client/session/hooks.ts'
import { Chart } from '#client/ui/chart.tsx'
import typography from '#client/ui/type.module.css'
import { Hl } from '#client/ui/words.tsx'
import type { MarksResult } from '#shared/rounds/marks-result.ts'

interface RevealedProps {
  readonly round: RoundOf<'marks'>
  /** Revealed while this person was looking: its beats are played, and it is announced. */
  readonly isFresh: boolean
}

export function Revealed({ round, isFresh }: RevealedProps) {
  const common = useTranslation('round').t
  if (!round.result) return <p role="alert">{common('revealed.unreadable')}</p>
  return <RevealedResult key={round.id} round={round} result={round.result} isFresh={isFresh} />
}

function RevealedResult(props: RevealedProps & { readonly result: MarksResult }) {
  const { round, result, isFresh } = props
  const { t, i18n } = useTranslation('mark')
  const common = useTranslation('round').t
  const customers = useCustomersAsked()
  const weights = useWeights(round.number)
  const usId = useUsId(round.columns)
  const [view, setView] = useState<View>('everyone')
  const hasOwn = useHasOwn(round)
  const own = useOwnSealed(round, view === 'mine')
  const { isArriving, settle, ...reveal } = useBeat(round, LAST_BEAT, isFresh)
  const beat = result.n === 0 ? LAST_BEAT : reveal.beat
  const hasFigures = beat >= BEATS.totals
  const { columns } = round
  const needs = useMemo(() => needsByWeight(round.subjects, weights), [round.subjects, weights])
  const disputed = useMemo(() => disputedCells(result), [result])
  const optionIds = columns.map(({ id }) => id)
  const perNeed = needs.flatMap(({ id }) => weights?.perNeed.find(({ needId }) => needId === id) ?? [])
  const totals = totalsOf(result, perNeed, optionIds)
  const won =
    usId === null
      ? null
      : needsWon(
          result,
          needs.map(({ id }) => id),
          optionIds,
          usId,
        )
  const heading = headingOf(t, common, { n: result.n, won, all: needs.length, hasUs: usId !== null })
  const sample = sampleSentence(common, {
    n: result.n,
    abstained: result.abstained,
    missing: round.missing.length,
    number: round.number,
    customers,
    also: t('revealed.unknownCells', { count: result.unknownCells, all: result.cellsInAll }),
  })
  const plain = heading.replaceAll(/<\/?hl>/g, '')
  const cell = (needId: string, optionId: string, isDisputed: boolean) => {
    const shown = { cell: cellOf(result, needId, optionId), isDisputed }
    if (view === 'functions') return <FunctionsCell {...shown} />
    if (view === 'mine' && own.ballot) {
      return <MineCell {...shown} mark={markOf(own.ballot, { needId, optionId })} />
    }
    return <HeatCell {...shown} />
  }
  const sentence = () => {
    if (hasFigures) return chartSentence(t, result, { needs, columns, totals, language: i18n.language })
    return beat === BEATS.grid ? t('beats.grid') : t('beats.marks', { count: result.n })
  }
  const said = hasFigures ? t('revealed.announce', { heading: plain }) : t(`beats.${titleOfBeat(beat)}.title`)
  return (
    <article className={layout.revealed}>
      <header className={layout.head}>
        <h1 className={typography.screen}>
          {hasFigures ? (
            <Trans defaults={heading} components={{ hl: <Hl /> }} />
          ) : (
            t(`beats.${titleOfBeat(beat)}.title`)
          )}
        </h1>
        {!hasFigures && <p className={typography.lead}>{t(`beats.${titleOfBeat(beat)}.lead`)}</p>}
        {hasFigures && result.n > 0 && (
          <p className={typography.lead}>
            {leadOf(t, common, {
              n: result.n,
              columns: columns.length,
              customers,
              informed: round.informed,
            })}
          </p>
        )}
        {(isFresh || beat < LAST_BEAT) && (
          <p className={typography.hidden} role="status">
            {said}
          </p>
        )}
      </header>
      <div className={layout.main}>
        {beat === BEATS.envelopes && <OpeningEnvelopes count={round.sealedCount} isArriving={isArriving} />}
        {hasFigures && <ViewTabs view={view} onView={setView} hasOwn={hasOwn} />}
        <ViewLead
          view={view}
          isSecret={round.anonymity === 'anonymous'}
          functions={functionsOf(result)}
          own={own}
        />
        {beat > BEATS.envelopes && (
          <Chart
            title={plain}
            drawing={
              <Heatmap
                result={result}
                weights={weights}
                needs={needs}
                columns={columns}
                totals={totals}
                disputed={disputed}
                number={round.number}
                beat={beat}
                isArriving={isArriving}
                cell={cell}
                sentence={sentence()}
              />
            }
            table={
              <MarksTable result={result} needs={needs} columns={columns} totals={totals} sample={sample} />
            }
            sample={beat >= BEATS.marks && sample}
            numbers={hasFigures ? () => numbersAsText(t, result, { needs, columns, totals, sample }) : null}
            isMain
            onSwitch={settle}
          />
        )}
        {beat >= BEATS.talk && usId !== null && result.n > 0 && (
          <OurLead
            cells={result.cells}
            weights={perNeed}
            needs={needs}
            columns={columns}
            usId={usId}
            sample={sample}
          />
        )}
        {beat >= BEATS.talk && weights && result.n > 0 && (
          <Sensitivity result={result} weights={perNeed} needs={needs} columns={columns} />
        )}
        {beat >= BEATS.talk && result.n > 0 && (
          <ExactMarks result={result} needs={needs} columns={columns} weights={perNeed} />
        )}
      </div>
      {beat >= BEATS.talk && (
        <aside className={layout.side}>
          <Disputed result={result} disputed={disputed} needs={needs} columns={columns} />
          <NobodyCanSay result={result} columns={columns} />
          <SideNotes reasons={result.reasons} confidenceMean={result.confidenceMean} />
        </aside>
      )}
    </article>
  )
}

/** What stands above a beat that has no totals yet. */
const titleOfBeat = (beat: number) =>
  beat === BEATS.envelopes ? 'beat0' : beat === BEATS.grid ? 'beat1' : 'beat2'
