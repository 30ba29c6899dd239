/** The heading, generated from what the plan closes, the way to what it leaves out, and how it is grouped. */
import Plus from 'lucide-react/icons/plus'
import { useTranslation } from 'react-i18next'
import { type Grouping, groupings } from '#client/features/plan/groups.ts'
import { LEFT_OUT } from '#client/features/plan/left-out.tsx'
import { usePlan } from '#client/features/plan/plan-context.tsx'
import { countInSentence, countInWords } from '#client/round/wording.ts'
import { useSingle } from '#client/session/hooks.ts'
import { Button } from '#client/ui/button.tsx'
import { FromListButton } from '#client/ui/from-list-button.tsx'
import { Icon } from '#client/ui/icon.tsx'
import pageHead from '#client/ui/page-head.module.css'
import segments from '#client/ui/segments.module.css'
import typography from '#client/ui/type.module.css'
import { Hl } from '#client/ui/words.tsx'
import { scene } from '#shared/board/schema.ts'
import styles from './plan-page.module.css'

export function PlanHead(props: {
  readonly by: Grouping
  readonly isQuick: boolean
  readonly onBy: (by: Grouping) => void
  readonly onQuick: (isQuick: boolean) => void
}) {
  const { by, isQuick, onBy, onQuick } = props
  const { t } = useTranslation('plan')
  const { figures, mayEdit, addFor } = usePlan()
  const { heading, stroke } = useHeading()
  const note = useSingle(scene).profitableFitNote
  return (
    <header className={`${pageHead.head} ${styles.head}`}>
      <div>
        <h1 className={typography.screen}>
          {heading} <Hl>{stroke}</Hl>
        </h1>
        <Lead />
        {note.trim() !== '' && <p className={typography.meta}>{t('worthHaving', { note: note.trim() })}</p>}
      </div>
      {figures.live.length > 0 && (
        <div className={styles.tools}>
          <button
            type="button"
            className={styles.quick}
            aria-pressed={isQuick}
            title={t('quickWinsWhy')}
            onClick={() => onQuick(!isQuick)}
          >
            {t('quickWins')}
          </button>
          <fieldset className={segments.segments}>
            <legend className={typography.hidden}>{t('by.label')}</legend>
            {groupings.map((one) => (
              <button
                key={one}
                type="button"
                className={segments.segment}
                aria-pressed={one === by}
                onClick={() => onBy(one)}
              >
                {t(`by.${one}`)}
              </button>
            ))}
          </fieldset>
          {mayEdit && <FromListButton kind="actions" isSign />}
          {mayEdit && (
            <Button kind="primary" aria-keyshortcuts="n" onClick={() => addFor(null)}>
              <Icon of={Plus} /> {t('add')}
            </Button>
          )}
        </div>
      )}
    </header>
  )
}

function useHeading(): { readonly heading: string; readonly stroke: string } {
  const { t } = useTranslation('plan')
  const round = useTranslation('round').t
  const { figures } = usePlan()
  const { live, gaps, closed, closing } = figures
  if (live.length === 0) return { heading: t('heading.none'), stroke: t('heading.noneStroke') }
  if (gaps.length === 0) {
    const words = { actions: countInWords(round, live.length), count: live.length }
    return { heading: t('heading.noGap', words), stroke: t('heading.noGapStroke') }
  }
  return {
    heading: t('heading.close', { actions: countInWords(round, closing), count: closing }),
    stroke: t('heading.gaps', { closed, count: gaps.length }),
  }
}

function Lead() {
  const { t } = useTranslation('plan')
  const round = useTranslation('round').t
  const { figures, mayEdit } = usePlan()
  const { live, gaps, closed, closing } = figures
  const left = gaps.length - closed
  const others = live.length - closing
  return (
    <p className={typography.lead}>
      {closing > 0 ? t('lead.each') : t('lead.gaps')}{' '}
      {closing > 0 && others > 0 && `${t('lead.others', { count: others })} `}
      {left > 0 && (
        <a
          href={`#${LEFT_OUT}`}
          onClick={(event) => {
            event.preventDefault()
            const there = document.getElementById(LEFT_OUT)
            there?.scrollIntoView({ block: 'start' })
            there?.focus({ preventScroll: true })
          }}
        >
          {t('lead.noAction', { words: capital(countInSentence(round, left)), count: left })}
        </a>
      )}
      {!mayEdit && ` ${t('lead.reader')}`}
    </p>
  )
}

const capital = (words: string): string => words.charAt(0).toLocaleUpperCase() + words.slice(1)
