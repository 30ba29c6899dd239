/** What the talk moved between two guesses, and what the talk had to do with it as far as figures can say. */
import { useMemo } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import { DriftPanel, Figure } from '#client/features/weigh/drift-panel.tsx'
import { movedAsText, movedRows } from '#client/features/weigh/moved.ts'
import { MovedTable } from '#client/features/weigh/moved-table.tsx'
import { type RoundOf, useRounds } from '#client/session/hooks.ts'
import { Chart } from '#client/ui/chart.tsx'
import typography from '#client/ui/type.module.css'
import { Hl } from '#client/ui/words.tsx'
import type { WeightsResult } from '#shared/rounds/weights-result.ts'
import styles from './moved.module.css'

export type RevealedWeights = RoundOf<'weights'> & { readonly result: WeightsResult }

/**
 * The newest revealed round and what it is set beside: the round before it, or, once it has seen the answers, the last
 * guess. Null where there is none.
 */
export function useMovedPair(): readonly [RevealedWeights, RevealedWeights] | null {
  const revealed = useRounds('weights').filter((round): round is RevealedWeights => round.result !== null)
  const after = revealed.at(-1)
  const before = after?.informed ? revealed.findLast(({ informed }) => !informed) : revealed.at(-2)
  return before && after ? [before, after] : null
}

export function MovedView({ pair }: { readonly pair: readonly [RevealedWeights, RevealedWeights] }) {
  const [before, after] = pair
  const { t } = useTranslation('secondLook')
  const rows = useMemo(() => movedRows(before.result, after.result), [before.result, after.result])
  const numbers = { before: before.number, after: after.number }
  const sample = `${t('moved.sample', { ...numbers, nBefore: before.result.n, nAfter: after.result.n })} ${t('moved.noCustomer')}`
  return (
    <article className={styles.page}>
      <header className={styles.head}>
        <h1 className={typography.screen}>
          <Trans t={t} i18nKey="moved.title" components={{ hl: <Hl /> }} />
        </h1>
        <p className={typography.lead}>{t('moved.lead', numbers)}</p>
      </header>
      <div className={styles.main}>
        <Chart
          title={t('moved.title').replaceAll(/<\/?hl>/g, '')}
          drawing={<MovedTable rows={rows} {...numbers} />}
          sample={sample}
          numbers={() => movedAsText(t, rows, { ...numbers, sample })}
        />
      </div>
      <aside className={styles.side}>
        <DriftPanel round={after} />
        <UnknownMarks />
        <p className={styles.nobody}>{t('drift.nobodyAsked')}</p>
      </aside>
    </article>
  )
}

/** How many "?" of the marks vanished between their two newest rounds (method C3). */
function UnknownMarks() {
  const { t } = useTranslation('secondLook')
  const revealed = useRounds('marks').flatMap(({ result }) => (result ? [result] : []))
  const [before, after] = [revealed.at(-2), revealed.at(-1)]
  if (!before || !after) return null
  const filled = before.unknownCells - after.unknownCells
  const words = () => {
    if (filled === 0) return t('drift.unknownsSame')
    return filled > 0
      ? t('drift.unknownsFilled', { count: filled })
      : t('drift.unknownsMore', { count: -filled })
  }
  return (
    <dl className={styles.figures}>
      <Figure name={t('drift.unknowns')} from={before.unknownCells} to={after.unknownCells}>
        {t('drift.unknownsOf', { before: before.cellsInAll, after: after.cellsInAll })}. {words()}
      </Figure>
    </dl>
  )
}
