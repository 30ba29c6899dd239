/** What the plan leaves out: gaps, findings, dead ends, repairs, weak answers and unknowns that no action takes up (R097). */
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { shownAs } from '#client/features/plan/gap-cell.tsx'
import { usePlan } from '#client/features/plan/plan-context.tsx'
import { Button } from '#client/ui/button.tsx'
import { StatusGlyph } from '#client/ui/coverage.tsx'
import { InlineGuess, InlineTruth, InlineUnknown } from '#client/ui/inline-marks.tsx'
import typography from '#client/ui/type.module.css'
import styles from './sections.module.css'

/** Where the heading's link leads. */
export const LEFT_OUT = 'not-in-the-plan'

interface Line {
  readonly id: string
  readonly mark: ReactNode
  readonly title: string
  readonly note: string
}

export function LeftOut() {
  const { t } = useTranslation('plan')
  const { figures, linkOf } = usePlan()
  const voices = (count: number) => t('left.voices', { count })
  const ofCustomers = (id: string) => {
    const link = linkOf(id)
    return {
      id,
      title: link.title,
      mark: link.voices > 0 ? <InlineTruth size="0.625rem" /> : <InlineGuess size="0.625rem" />,
      note: voices(link.voices),
    }
  }
  const gaps = figures.gaps
    .filter(({ actionIds }) => actionIds.length === 0)
    .map(({ cardId, coverage, voices: count }) => ({
      id: cardId,
      title: linkOf(cardId).title,
      mark: <StatusGlyph status={shownAs[coverage]} />,
      note: voices(count),
    }))
  const deadEnds = figures.deadEnds.map(({ stageId, lacks }) => ({
    id: stageId,
    title: linkOf(stageId).title,
    mark: <InlineUnknown size="0.75rem" />,
    note: lacks.map((one) => t(`left.lacks.${one}`)).join(' · '),
  }))
  const answers = figures.uncheckedAnswers.map(({ cardId, unticked }) => ({
    id: cardId,
    title: linkOf(cardId).title,
    mark: <InlineGuess size="0.625rem" />,
    note: t('left.unticked', { count: unticked }),
  }))
  return (
    <section className={styles.section} aria-labelledby={LEFT_OUT}>
      <h2 id={LEFT_OUT} tabIndex={-1} className={styles.title}>
        {t('left.title')}
      </h2>
      <p className={typography.meta}>{t('left.lead')}</p>
      <div className={styles.lists}>
        <LeftList title={t('left.gaps')} none={t('left.gapsNone')} lines={gaps} />
        <LeftList
          title={t('left.findings')}
          none={t('left.findingsNone')}
          lines={figures.unusedFindings.map(ofCustomers)}
        />
        <LeftList title={t('left.repairs')} lines={figures.unplannedRepairs.map(ofCustomers)} />
        <LeftList title={t('left.deadEnds')} lines={deadEnds} />
        <LeftList title={t('left.answers')} lines={answers} />
        <LeftList title={t('left.unknowns')} lines={figures.unusedUnknowns.map(ofCustomers)} />
      </div>
    </section>
  )
}

const SHOWN = 6

function LeftList(props: {
  readonly title: string
  /** What to say when nothing is left; without it the list is not shown then. */
  readonly none?: string
  readonly lines: readonly Line[]
}) {
  const { title, none, lines } = props
  const { t } = useTranslation('plan')
  const { mayEdit, addFor } = usePlan()
  const [isAll, setAll] = useState(false)
  if (lines.length === 0 && none === undefined) return null
  const shown = isAll ? lines : lines.slice(0, SHOWN)
  return (
    <section className={styles.left}>
      <h3 className={typography.section}>
        {title} <small>{lines.length > 0 ? lines.length : ''}</small>
      </h3>
      {lines.length === 0 && <p className={typography.meta}>{none}</p>}
      <ul>
        {shown.map(({ id, mark, title: what, note }) => (
          <li key={id}>
            <span className={styles.mark}>{mark}</span>
            <span className={styles.what}>
              {what} <small>{note}</small>
            </span>
            {mayEdit && (
              <Button
                size="small"
                kind="quiet"
                aria-label={t('left.makeOf', { what })}
                onClick={() => addFor(id)}
              >
                {t('left.make')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {lines.length > shown.length && (
        <Button size="small" onClick={() => setAll(true)}>
          {t('left.more', { count: lines.length - shown.length })}
        </Button>
      )}
    </section>
  )
}
