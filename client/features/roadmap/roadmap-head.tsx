/** Heading, generated from the board, with the counts beside it and the way to add. */
import ListFilter from 'lucide-react/icons/list-filter'
import Milestone from 'lucide-react/icons/milestone'
import Plus from 'lucide-react/icons/plus'
import Search from 'lucide-react/icons/search'
import { useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { useBoard, useBoardState, useView } from '#client/features/roadmap/board-context.tsx'
import { type BoardFilter, isFiltering } from '#client/features/roadmap/board-filter.ts'
import { CursorSwitch } from '#client/features/roadmap/cursor-switch.tsx'
import { FilterBar, FilterFound } from '#client/features/roadmap/filter-bar.tsx'
import type { BoardFiltering } from '#client/features/roadmap/use-board-filter.ts'
import { useVerdictWords } from '#client/features/roadmap/use-verdict-words.ts'
import { useLetterKeys } from '#client/lib/letter-keys.ts'
import { useSession } from '#client/session/hooks.ts'
import { Button } from '#client/ui/button.tsx'
import { type Coverage, StatusGlyph } from '#client/ui/coverage.tsx'
import { FromListButton } from '#client/ui/from-list-button.tsx'
import { Icon } from '#client/ui/icon.tsx'
import { Kbd } from '#client/ui/keys.tsx'
import { RoadmapViews } from '#client/ui/roadmap-views.tsx'
import typography from '#client/ui/type.module.css'
import { Hl } from '#client/ui/words.tsx'
import { UNPLACED } from '#shared/board/roadmap-edits.ts'
import { asked, sum } from '#shared/statistics/coverage.ts'
import styles from './roadmap-page.module.css'

export function RoadmapHead({ filtering }: { readonly filtering: BoardFiltering }) {
  const { t } = useTranslation('roadmap')
  const { t: board } = useTranslation('board')
  const { mayEdit } = useBoard()
  const { workshopId } = useSession()
  const hasStages = useView(({ whole }) => whole.stageIds.length > 0)
  const [isFilterOpen, openFilter] = useState(() => isFilteredBeyondGaps(filtering.filter))
  const head = useRef<HTMLElement>(null)
  const search = useMemo(
    () => ({
      '/': () => {
        flushSync(() => openFilter(true))
        head.current?.querySelector<HTMLElement>('input[type="search"]')?.focus()
      },
    }),
    [],
  )
  useLetterKeys(search)
  const { heading, stroke, lead } = useVerdictWords()
  return (
    <header ref={head} className={styles.head}>
      <h1 className={`${typography.screen} ${styles.heading}`}>
        {heading} <Hl>{stroke}</Hl>
      </h1>
      <p className={`${typography.lead} ${styles.lead}`}>
        {lead}
        {!mayEdit && ` ${t('reader')}`}
      </p>
      {hasStages && (
        <div className={styles.tools}>
          <RoadmapViews workshopId={workshopId} at="board" />
          <Counts />
          <FilterFound filtering={filtering} />
          <Button
            kind="quiet"
            square
            aria-label={board('filter.open')}
            title={board('filter.open')}
            aria-expanded={isFilterOpen}
            aria-keyshortcuts="/"
            onClick={() => openFilter(!isFilterOpen)}
          >
            <Icon of={Search} />
          </Button>
          <Button
            aria-pressed={filtering.filter.status === 'open'}
            aria-keyshortcuts="U"
            onClick={filtering.toggleGaps}
          >
            <Icon of={ListFilter} />
            {board('filter.gaps')}
          </Button>
          <CursorSwitch />
          {mayEdit && <AddButtons />}
        </div>
      )}
      {hasStages && isFilterOpen && <FilterBar filtering={filtering} />}
    </header>
  )
}

const isFilteredBeyondGaps = (filter: BoardFilter): boolean => isFiltering({ ...filter, status: '' })

/** Questions and doubts together; the sample stands beside the figures [U2]. */
function Counts() {
  const { t } = useTranslation('roadmap')
  const { t: common } = useTranslation('common')
  const questions = useView(({ figures }) => figures.questions)
  const doubts = useView(({ figures }) => figures.doubts)
  const all = sum([questions, doubts])
  if (asked(all) === 0) return null
  const counts: readonly (readonly [Coverage, number])[] = [
    ['answered', all.answered],
    ['partly', all.weak],
    ['unanswered', all.open],
  ]
  const sample = t('counts', {
    questions: t('questions', { count: asked(questions) }),
    doubts: t('doubts', { count: asked(doubts) }),
  })
  return (
    <ul className={styles.counts} aria-label={sample} title={sample}>
      {counts.map(([status, n]) => (
        <li key={status}>
          <StatusGlyph status={status} silent />
          {t('count', { status: common(`coverage.${status}`), n })}
        </li>
      ))}
    </ul>
  )
}

function AddButtons() {
  const { t } = useTranslation('roadmap')
  const { t: board } = useTranslation('board')
  const { control, state } = useBoard()
  const isPossible = useView(({ layout }) => layout.stageIds.some((id) => id !== UNPLACED))
  const isAdding = useBoardState(({ adding }) => adding !== null)
  return (
    <>
      <FromListButton kind="cards" isSign />
      <Button onClick={() => state.setState({ stagesOpen: true })}>
        <Icon of={Milestone} />
        {board('stages.open')}
      </Button>
      {isPossible && (
        <Button
          kind="primary"
          aria-keyshortcuts="N"
          aria-pressed={isAdding}
          // The press must not take the focus from a field that is open, or what was typed there would end.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => control.startAdding()}
        >
          <Icon of={Plus} />
          {t('card.add')}
          <Kbd>N</Kbd>
        </Button>
      )}
    </>
  )
}
