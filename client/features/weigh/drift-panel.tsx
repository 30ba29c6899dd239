/**
 * "How the talk moved us" (method B4, C5). The facilitator sees it first and decides whether the room does; it names
 * nobody and never says "because".
 */
import type { TFunction } from 'i18next'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type DriftFigures, driftAsText, driftOf } from '#client/features/weigh/drift-figures.ts'
import { useProblemText } from '#client/lib/problem-text.ts'
import { useFacilitatorName } from '#client/session/facilitator-name.ts'
import { type RoundOf, useSession } from '#client/session/hooks.ts'
import { useAnalysis } from '#client/session/use-analysis.ts'
import { Button } from '#client/ui/button.tsx'
import { Chart } from '#client/ui/chart.tsx'
import { ExactFigures, type Fact } from '#client/ui/exact-figures.tsx'
import typography from '#client/ui/type.module.css'
import styles from './moved.module.css'

export function DriftPanel({ round }: { readonly round: RoundOf<'weights'> }) {
  const { t } = useTranslation('secondLook')
  const { isFacilitator } = useSession()
  const facilitator = useFacilitatorName()
  return (
    <section className={styles.drift} aria-labelledby="drift-title">
      <h2 id="drift-title" className={typography.section}>
        {t('drift.title')}
      </h2>
      {round.driftShared && <Shown />}
      {!round.driftShared && isFacilitator && <FirstLook round={round} />}
      {!round.driftShared && !isFacilitator && (
        <p className={typography.meta}>{t('drift.pending', { name: facilitator })}</p>
      )}
      {round.driftShared && isFacilitator && <p className={typography.meta}>{t('drift.shown')}</p>}
    </section>
  )
}

/** Folded until the facilitator opens it: the screen may be on the wall. */
function FirstLook({ round }: { readonly round: RoundOf<'weights'> }) {
  const { t } = useTranslation('secondLook')
  const session = useSession()
  const problemText = useProblemText()
  const [isOpen, setOpen] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const share = async () => {
    const answer = await session.command('shareDrift', { params: { roundId: round.id }, body: {} })
    setProblem(answer.ok ? null : problemText(answer.problem))
  }
  return (
    <>
      <p className={typography.meta}>
        {t('drift.onlyYou', { name: session.view.seat.name })} {isOpen && t('drift.careful')}
      </p>
      <Button aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {t(isOpen ? 'drift.close' : 'drift.look')}
      </Button>
      {isOpen && <Shown onShare={() => void share()} />}
      {problem && <p role="alert">{problem}</p>}
    </>
  )
}

/** Asks for the figures when it comes on screen, not before. `onShare` where the room does not see them yet. */
function Shown({ onShare }: { readonly onShare?: () => void }) {
  const { t } = useTranslation('secondLook')
  const analysis = useAnalysis()
  const drift = driftOf(analysis)
  if (!analysis) return <p className={typography.meta}>{t('drift.waiting')}</p>
  if (!drift) return <p className={typography.meta}>{t('drift.unavailable')}</p>
  return (
    <>
      <Figures drift={drift} />
      {onShare && <Button onClick={onShare}>{t('drift.show')}</Button>}
    </>
  )
}

function Figures({ drift }: { readonly drift: DriftFigures }) {
  const { t } = useTranslation('secondLook')
  const sample = `${t('drift.n', { count: drift.n })} ${t('drift.notCause')}`
  return (
    <>
      {drift.why === 'too-few-people' && <p className={typography.meta}>{t('drift.tooFew')}</p>}
      <Chart
        title={t('drift.title')}
        drawing={
          <dl className={styles.figures}>
            <Disagreement drift={drift} />
            {drift.why !== 'too-few-people' && <Pull drift={drift} />}
            <Confidence drift={drift} />
          </dl>
        }
        sample={sample}
        numbers={() => driftAsText(t, drift, sample)}
      />
      <ExactFigures title={t('exact.title')} facts={exactDrift(t, drift)} />
    </>
  )
}

/** Each figure as reckoned (method C5); what cannot be said at so few people is left out. */
const exactDrift = (t: TFunction<'secondLook'>, drift: DriftFigures): Fact[] =>
  [
    { name: t('exact.before'), value: drift.disagreementBefore, note: t('exact.points') },
    { name: t('exact.after'), value: drift.disagreementAfter, note: t('exact.points') },
    { name: t('exact.convergence'), value: drift.convergence, note: '' },
    { name: t('exact.group'), value: drift.toGroup, note: t('exact.pull') },
    { name: t('exact.senior'), value: drift.toSenior, note: t('exact.pull') },
    { name: t('exact.seniorMoved'), value: drift.seniorMoved, note: t('exact.points') },
    { name: t('exact.othersMoved'), value: drift.othersMovedMean, note: t('exact.points') },
    { name: t('exact.confidenceBefore'), value: drift.confidenceBefore, note: '' },
    { name: t('exact.confidenceAfter'), value: drift.confidenceAfter, note: '' },
  ].filter(({ value }) => value !== null)

const percent = (share: number): number => Math.round(share * 100)

function Disagreement({ drift }: { readonly drift: DriftFigures }) {
  const { t } = useTranslation('secondLook')
  const { disagreementBefore: from, disagreementAfter: to, convergence } = drift
  if (from === null || to === null) return null
  return (
    <Figure name={t('drift.disagreement')} from={from} to={to} fractions={1}>
      {t('drift.disagreementUnit')}
      {convergence !== null &&
        `. ${
          convergence < 0
            ? t('drift.disagreementMore', { share: percent(-convergence) })
            : t('drift.disagreementLess', { share: percent(convergence) })
        }`}
    </Figure>
  )
}

function Pull({ drift }: { readonly drift: DriftFigures }) {
  const { t, i18n } = useTranslation('secondLook')
  const { toGroup, toSenior, words, seniorMoved, othersMovedMean, alliesOfSenior } = drift
  const points = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1 })
  return (
    <>
      {toGroup !== null && (
        <div>
          <dt>{t('drift.group')}</dt>
          <dd>
            {t(toGroup <= 0 ? 'drift.groupNot' : 'drift.groupMoved', {
              share: percent(toGroup),
            })}
          </dd>
        </div>
      )}
      <div>
        <dt>{t('drift.senior.name')}</dt>
        <dd>
          {toSenior === null || words === null
            ? t(drift.why === 'no-seniority' ? 'drift.senior.nobody' : 'drift.senior.untold')
            : t(`drift.senior.${words}`, { share: percent(toSenior) })}
        </dd>
        {toSenior !== null && seniorMoved !== null && othersMovedMean !== null && (
          <dd className={typography.meta}>
            {t('drift.moved', {
              senior: points.format(seniorMoved),
              others: points.format(othersMovedMean),
            })}
          </dd>
        )}
        {toSenior !== null && alliesOfSenior !== null && (
          <dd className={typography.meta}>{t('drift.allies', { count: alliesOfSenior })}</dd>
        )}
      </div>
    </>
  )
}

function Confidence({ drift }: { readonly drift: DriftFigures }) {
  const { t } = useTranslation('secondLook')
  const { confidenceBefore: from, confidenceAfter: to } = drift
  if (from === null || to === null) return null
  return (
    <Figure name={t('drift.confidence')} from={from} to={to} fractions={1}>
      {t('drift.confidenceOf')}
    </Figure>
  )
}

/** A figure before and after, large, with what it counts. */
export function Figure(props: {
  readonly name: string
  readonly from: number
  readonly to: number
  readonly fractions?: number
  readonly children: ReactNode
}) {
  const { name, from, to, fractions = 0, children } = props
  const { t, i18n } = useTranslation('secondLook')
  const format = new Intl.NumberFormat(i18n.language, {
    minimumFractionDigits: fractions,
    maximumFractionDigits: fractions,
  })
  const [before, after] = [format.format(from), format.format(to)]
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <span className={styles.fromTo} aria-hidden="true">
          {before} → {after}
        </span>
        <span className={typography.hidden}>{t('drift.fromTo', { from: before, to: after })}</span>
      </dd>
      <dd className={typography.meta}>{children}</dd>
    </div>
  )
}
