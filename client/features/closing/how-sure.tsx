/**
 * How sure the room was, round by round, and at the close (R028). All of it is our own word, so nothing is ink; certainty
 * that rose without a customer having been asked says so (R031).
 */
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { asLines } from '#client/lib/as-lines.ts'
import { OpenVote } from '#client/round/open-vote.tsx'
import { useRounds, useSession } from '#client/session/hooks.ts'
import { Chart } from '#client/ui/chart.tsx'
import { InlineGuess } from '#client/ui/inline-marks.tsx'
import typography from '#client/ui/type.module.css'
import type { ConfidenceOf } from '#shared/reality/closing-ground.ts'
import styles from './closing.module.css'
import { SureCounts } from './sure-counts.tsx'

const LOWEST = 1
const STEPS = 4

export function HowSure(props: {
  readonly confidence: readonly ConfidenceOf[]
  /** Revealed while this person was looking: shown at once. */
  readonly isFresh: boolean
}) {
  const { confidence, isFresh } = props
  const { t, i18n } = useTranslation('closing')
  const { isFacilitator } = useSession()
  const asked = useRounds('confidence').findLast(({ status }) => status === 'revealed')
  const mean = (value: number) =>
    new Intl.NumberFormat(i18n.language, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(value)
  const rows = confidence.map((one) => ({ ...one, words: mean(one.mean) }))
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (!isFresh) return
    heading.current?.focus({ preventScroll: true })
    heading.current?.scrollIntoView?.({ block: 'start' })
  }, [isFresh])
  const head = t('sure.numbersHead', { returnObjects: true })
  return (
    <section aria-labelledby="closing-sure">
      <h2 id="closing-sure" ref={heading} tabIndex={-1} className={styles.title}>
        {t('sure.title')}
      </h2>
      <p className={typography.meta}>{t('sure.lead')}</p>
      {rows.length === 0 ? (
        <p className={styles.none}>{t('sure.none')}</p>
      ) : (
        <Chart
          title={t('sure.title')}
          drawing={
            <ul className={styles.sure}>
              {rows.map(({ label, mean: value, words, n }) => (
                <li key={label} aria-label={t('sure.row', { label, mean: words, n })}>
                  <span aria-hidden="true">{label}</span>
                  <span className={styles.track} aria-hidden="true">
                    <i style={{ left: `${(100 * (value - LOWEST)) / STEPS}%` }}>
                      <InlineGuess size="1rem" />
                    </i>
                  </span>
                  <b aria-hidden="true">
                    {words} <small>n {n}</small>
                  </b>
                </li>
              ))}
            </ul>
          }
          sample={t('sure.sample')}
          numbers={() =>
            asLines([
              [head.label, head.mean, head.n],
              ...confidence.map(({ label, mean: value, n }) => [label, Math.round(value * 100) / 100, n]),
              [t('sure.sample')],
            ])
          }
        />
      )}
      {asked?.result && asked.result.n > 0 && <SureCounts {...asked.result} />}
      {isFacilitator && (
        <OpenVote
          kind="confidence"
          subjects={[]}
          label={t(asked ? 'sure.again' : 'sure.open')}
          notYet={null}
        />
      )}
    </section>
  )
}
