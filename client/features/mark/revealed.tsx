/**
 * Marks revealed (07b): how the room marks each one, where it disagrees, what it cannot say, where our lead comes from
 * and what would overturn it. All of it in pencil: no customer has marked anything here.
 */
import { useMemo, useState } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import { Disputed, NobodyCanSay } from '#client/features/mark/beside-marks.tsx'
import { disputedCells, needsByWeight, needsWon, totalsOf } from '#client/features/mark/figures.ts'
import { Heatmap } from '#client/features/mark/heatmap.tsx'
import { MarksTable } from '#client/features/mark/marks-table.tsx'
import { OurLead } from '#client/features/mark/our-lead.tsx'
import { Sensitivity } from '#client/features/mark/sensitivity.tsx'
import { useUsId } from '#client/features/mark/use-options.ts'
import { useWeights } from '#client/features/mark/use-weights.ts'
import { chartSentence, headingOf, leadOf, numbersAsText } from '#client/features/mark/wording.ts'
import { ChartTools } from '#client/round/chart-tools.tsx'
import { SideNotes } from '#client/round/side-notes.tsx'
import { useCustomersAsked } from '#client/round/use-customers-asked.ts'
import { useTableKey } from '#client/round/use-table-key.ts'
import { sampleSentence } from '#client/round/wording.ts'
import type { RoundOf } from '#client/session/hooks.ts'
import typography from '#client/ui/type.module.css'
import { Hl } from '#client/ui/words.tsx'
import type { MarksResult } from '#shared/rounds/marks-result.ts'
import styles from './revealed.module.css'

interface RevealedProps {
  readonly round: RoundOf<'marks'>
  /** Revealed while this person was looking: announced once. */
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
  const [isTable, setTable] = useState(false)
  useTableKey(() => setTable(!isTable))
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
  return (
    <article className={styles.revealed}>
      <header className={styles.head}>
        <h1 className={typography.screen}>
          <Trans defaults={heading} components={{ hl: <Hl /> }} />
        </h1>
        {result.n > 0 && (
          <p className={typography.lead}>
            {leadOf(t, common, {
              n: result.n,
              columns: columns.length,
              customers,
              informed: round.informed,
            })}
          </p>
        )}
        {isFresh && (
          <p className={typography.hidden} role="status">
            {t('revealed.announce', { heading: heading.replaceAll(/<\/?hl>/g, '') })}
          </p>
        )}
      </header>
      <div className={styles.main}>
        {isTable ? (
          <MarksTable result={result} needs={needs} columns={columns} totals={totals} sample={sample} />
        ) : (
          <Heatmap
            result={result}
            weights={weights}
            needs={needs}
            columns={columns}
            totals={totals}
            disputed={disputed}
            number={round.number}
            sentence={chartSentence(t, result, { needs, columns, totals, language: i18n.language })}
          />
        )}
        <p className={styles.sample}>{sample}</p>
        <div className={styles.tools}>
          <ChartTools
            isTable={isTable}
            onTable={setTable}
            numbers={() => numbersAsText(t, result, { needs, columns, totals, sample })}
          />
        </div>
        {usId !== null && result.n > 0 && (
          <OurLead cells={result.cells} weights={perNeed} needs={needs} columns={columns} usId={usId} />
        )}
        {weights && result.n > 0 && (
          <Sensitivity result={result} weights={perNeed} needs={needs} columns={columns} />
        )}
      </div>
      <aside className={styles.side}>
        <Disputed result={result} disputed={disputed} needs={needs} columns={columns} />
        <NobodyCanSay result={result} columns={columns} />
        <SideNotes reasons={result.reasons} confidenceMean={result.confidenceMean} />
      </aside>
    </article>
  )
}
