/**
 * `/w/:id/reality`: what we guessed beside what customers said (09). Sealed, it shows the envelope alone; opened, it goes
 * beat by beat for everyone, then every part can be looked at by itself.
 */
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { BEATS, useRealityBeat } from '#client/features/reality/beats.ts'
import { competitionOf } from '#client/features/reality/competition-model.ts'
import { CompetitionTab } from '#client/features/reality/competition-tab.tsx'
import { gapModel, hasPointsOfTheirs } from '#client/features/reality/gap-model.ts'
import { GapTab } from '#client/features/reality/gap-tab.tsx'
import { RealityDesk } from '#client/features/reality/reality-desk.tsx'
import { RolesTab } from '#client/features/reality/roles-tab.tsx'
import { SealedCheck } from '#client/features/reality/sealed-check.tsx'
import { SureTab } from '#client/features/reality/sure-tab.tsx'
import { useQuotes } from '#client/features/reality/use-quotes.ts'
import { WordsTab } from '#client/features/reality/words-tab.tsx'
import { ObjectionBox } from '#client/round/objection-box.tsx'
import { ThenLink } from '#client/round/then-link.tsx'
import { useIsLoading, useIsOffline, useRows, useSession, useSingle } from '#client/session/hooks.ts'
import { LinkButton } from '#client/ui/button.tsx'
import { LateSkeleton } from '#client/ui/late-skeleton.tsx'
import segments from '#client/ui/segments.module.css'
import { EmptyState, UnansweredDrawing } from '#client/ui/states.tsx'
import { needs, options } from '#shared/board/schema.ts'
import { type Interview, interviews } from '#shared/interviews/schema.ts'
import { guessesOf } from '#shared/reality/reality.ts'
import { envelope, type Round, rounds } from '#shared/record/schema.ts'
import { readResult } from '#shared/rounds/kinds.ts'
import styles from './reality.module.css'

export function RealityPage() {
  const { t } = useTranslation('reality')
  const isLoading = useIsLoading()
  const { openedAt } = useSingle(envelope)
  if (isLoading) return <LateSkeleton label={t('loading')} />
  return (
    <>
      <ThenLink />
      {openedAt === null ? <SealedCheck /> : <Opened />}
    </>
  )
}

function Opened() {
  const { t } = useTranslation('reality')
  const session = useSession()
  const { interviewCount } = useSingle(envelope)
  const held = useRows(interviews)
  const all = useRows(rounds)
  const isOffline = useIsOffline()
  const guesses = useMemo(() => guessesOf(all, 'weights'), [all])
  const [chosenId, setChosenId] = useState<string | null>(null)
  const round = guesses.find(({ id }) => id === chosenId) ?? guesses.at(-1)
  if (interviewCount > 0 && held.length === 0)
    return (
      <EmptyState
        level="h1"
        drawing={<UnansweredDrawing />}
        fact={t('arriving.fact')}
        advice={t(isOffline ? 'arriving.adviceOffline' : 'arriving.advice')}
      />
    )
  if (!round)
    return (
      <EmptyState
        level="h1"
        drawing={<UnansweredDrawing />}
        fact={t('noGuess.fact')}
        advice={t('noGuess.advice')}
      >
        <LinkButton to={`/w/${session.workshopId}/interviews`}>{t('noGuess.see')}</LinkButton>
      </EmptyState>
    )
  return <OfRound round={round} guesses={guesses} held={held} onRound={setChosenId} />
}

interface OfRoundProps {
  readonly round: Round
  readonly guesses: readonly Round[]
  readonly held: readonly Interview[]
  readonly onRound: (id: string) => void
}

function OfRound(props: OfRoundProps) {
  const { t } = useTranslation('reality')
  const board = useRows(needs)
  const { round, held } = props
  const model = useMemo(() => gapModel(round, held, board), [round, held, board])
  const result = useMemo(() => readResult('weights', round.result), [round])
  if (!model || !result) return <p role="alert">{t('unreadable')}</p>
  return <Checked {...props} model={model} result={result} />
}

const tabs = ['gap', 'sure', 'competition', 'words', 'roles'] as const
type Tab = (typeof tabs)[number]

function Checked(
  props: OfRoundProps & {
    readonly model: NonNullable<ReturnType<typeof gapModel>>
    readonly result: NonNullable<ReturnType<typeof readResult<'weights'>>>
  },
) {
  const { round, guesses, held, onRound, model, result } = props
  const { isFacilitator, mayEditBoard } = useSession()
  const said = useQuotes(held)
  const columns = useRows(options)
  const all = useRows(rounds)
  const reveal = useRealityBeat(model)
  const [chosen, setChosen] = useState<Tab>('gap')
  const competition = useMemo(() => {
    const marks = guessesOf(all, 'marks')
    return competitionOf({
      needIds: model.comparison.perNeed.map(({ needId }) => needId),
      overlookedIds: model.theirs.flatMap(({ kind, needId }) => (kind === 'overlooked' ? needId : [])),
      columns,
      marks: marks.find(({ number }) => number === round.number) ?? marks.at(-1),
      weights: round,
      held,
    })
  }, [all, columns, model, round, held])
  const tab = reveal.isAll
    ? chosen
    : reveal.beat === BEATS.words
      ? 'words'
      : reveal.isMarks
        ? 'competition'
        : 'gap'
  const marked = model.theirs.filter((row) => row.kind !== 'overlooked' || hasPointsOfTheirs(row))
  return (
    <div className={styles.page}>
      {reveal.isAll && (
        <div className={styles.bar}>
          <Tabs at={tab} onGo={setChosen} hasCompetition={competition !== null} />
          {guesses.length > 1 && tab !== 'words' && tab !== 'roles' && (
            <Rounds guesses={guesses} shownId={round.id} onShow={onRound} />
          )}
        </div>
      )}
      {tab === 'gap' && (
        <GapTab
          model={model}
          result={result}
          reveal={reveal}
          competition={competition}
          held={held}
          said={said}
        />
      )}
      {tab === 'sure' && <SureTab model={model} held={held} guesses={guesses} />}
      {tab === 'competition' && competition && <CompetitionTab competition={competition} needs={marked} />}
      {tab === 'words' && <WordsTab model={model} said={said} isBefore={!reveal.isAll} />}
      {tab === 'roles' && <RolesTab model={model} held={held} />}
      {mayEditBoard && reveal.beat >= BEATS.gaps && (
        <div className={styles.objection}>
          <ObjectionBox />
        </div>
      )}
      {isFacilitator && <RealityDesk reveal={reveal} />}
    </div>
  )
}

function Tabs(props: {
  readonly at: Tab
  readonly onGo: (tab: Tab) => void
  readonly hasCompetition: boolean
}) {
  const { at, onGo, hasCompetition } = props
  const { t } = useTranslation('reality')
  return (
    <nav className={segments.segments} aria-label={t('tabs.label')}>
      {tabs
        .filter((tab) => tab !== 'competition' || hasCompetition)
        .map((tab) => (
          <button
            key={tab}
            type="button"
            className={segments.segment}
            aria-current={tab === at ? 'true' : undefined}
            onClick={() => onGo(tab)}
          >
            {t(`tabs.${tab}`)}
          </button>
        ))}
    </nav>
  )
}

function Rounds(props: {
  readonly guesses: readonly Round[]
  readonly shownId: string
  readonly onShow: (id: string) => void
}) {
  const { guesses, shownId, onShow } = props
  const { t } = useTranslation('reality')
  return (
    <nav className={segments.segments} aria-label={t('rounds.label')}>
      {guesses.map(({ id, number }) => (
        <button
          key={id}
          type="button"
          className={segments.segment}
          aria-current={id === shownId ? 'true' : undefined}
          onClick={() => onShow(id)}
        >
          {t('rounds.round', { number })}
        </button>
      ))}
    </nav>
  )
}
