/**
 * `/w/:id/interviews`: whom we asked (picture 08a). Researchers have the list, invitations and other evidence; everyone
 * else sees the sealed envelope and nothing that tells what is in it, until it is opened for all.
 */
import FileText from 'lucide-react/icons/file-text'
import Plus from 'lucide-react/icons/plus'
import Tags from 'lucide-react/icons/tags'
import { type ReactNode, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { Doubles } from '#client/features/interviews/doubles.tsx'
import { EnvelopePanel } from '#client/features/interviews/envelope-panel.tsx'
import { EvidenceList } from '#client/features/interviews/evidence-list.tsx'
import { FilterBar, useFilter } from '#client/features/interviews/filter-bar.tsx'
import { HearLine } from '#client/features/interviews/hear-line.tsx'
import { InterviewTable } from '#client/features/interviews/interview-table.tsx'
import { ownDay } from '#client/features/interviews/interview-words.ts'
import { Invitations } from '#client/features/interviews/invitations.tsx'
import { filtered, type ListRow } from '#client/features/interviews/list-rows.ts'
import { MixWords } from '#client/features/interviews/mix-words.tsx'
import { useList, useResearchers, useSeatNames } from '#client/features/interviews/use-list.ts'
import { useDerived, useIsLoading, useSession, useSingle } from '#client/session/hooks.ts'
import { Button, LinkButton } from '#client/ui/button.tsx'
import { Icon } from '#client/ui/icon.tsx'
import { LateSkeleton } from '#client/ui/late-skeleton.tsx'
import segments from '#client/ui/segments.module.css'
import { EmptyState, UnansweredDrawing } from '#client/ui/states.tsx'
import typography from '#client/ui/type.module.css'
import { guideTemplate } from '#shared/board/guide-template.ts'
import { liveQuestions } from '#shared/board/guide-wording.ts'
import { guideQuestions } from '#shared/board/schema.ts'
import { newInterview } from '#shared/interviews/interview-edits.ts'
import { evidence, invitations } from '#shared/interviews/schema.ts'
import { envelope } from '#shared/record/schema.ts'
import styles from './interviews.module.css'

/** From this many on, a list is searched rather than read. */
const WORTH_SEARCHING = 4

export function InterviewsPage({
  tools,
}: {
  /** What else researchers can do with interviews, beside the questions. */
  readonly tools?: ReactNode
}) {
  const { t } = useTranslation('interviews')
  const isLoading = useIsLoading()
  const { view } = useSession()
  const isOpen = useSingle(envelope).openedAt !== null
  const isResearcher = view.seat.role === 'researcher'
  if (isLoading) return <LateSkeleton label={t('loading')} />
  return (
    <div className={styles.page}>
      <Head tools={tools} />
      {isResearcher ? <ForResearchers /> : isOpen ? <ForEveryone /> : <Outside />}
    </div>
  )
}

function Head({ tools }: { readonly tools: ReactNode }) {
  const { t } = useTranslation('interviews')
  const session = useSession()
  const begin = useNewInterview()
  const questions = useQuestionCount()
  const isResearcher = session.view.seat.role === 'researcher'
  const isOpen = useSingle(envelope).openedAt !== null
  return (
    <header className={styles.head}>
      <div>
        <h1 className={typography.screen}>{t('title')}</h1>
        <p className={typography.lead}>{t('lead')}</p>
      </div>
      <div className={styles.headActs}>
        {isResearcher && tools}
        {(isResearcher || isOpen) && (
          <LinkButton to={`/w/${session.workshopId}/interviews/coding`}>
            <Icon of={Tags} />
            {t('coding')}
          </LinkButton>
        )}
        <LinkButton to={`/w/${session.workshopId}/interviews/questions`}>
          <Icon of={FileText} />
          {t('questions', { count: questions })}
        </LinkButton>
        {isResearcher && (
          <Button kind="primary" onClick={begin}>
            <Icon of={Plus} />
            {t('newInterview')}
          </Button>
        )}
      </div>
    </header>
  )
}

/** Begins an interview under a free bird's name and opens it. */
function useNewInterview(): () => void {
  const session = useSession()
  const navigate = useNavigate()
  return () => {
    const id = session.editInterviews(newInterview, { day: ownDay(session.serverNow()) })
    void navigate(`/w/${session.workshopId}/interviews/${id}`)
  }
}

/** Questions of the guide, or those it would begin with. */
const useQuestionCount = (): number =>
  useDerived(guideQuestions, (all) => liveQuestions(all).length) || guideTemplate.questions.length

const sections = ['interviews', 'invitations', 'evidence'] as const
type Section = (typeof sections)[number]

function ForResearchers() {
  const { t } = useTranslation('interviews')
  const rows = useList()
  const { shown, bar } = useShown(rows)
  const [section, setSection] = useState<Section>('interviews')
  const counts = {
    interviews: rows.length,
    invitations: useDerived(invitations, (all) => all.length),
    evidence: useDerived(evidence, (all) => all.length),
  }
  return (
    <>
      <EnvelopePanel rows={rows} />
      <div className={styles.toolbar}>
        <Sections at={section} of={sections} counts={counts} onGo={setSection} />
        {section === 'interviews' && bar}
      </div>
      {section === 'interviews' && <Doubles rows={rows} />}
      {section === 'interviews' && <List rows={rows} shown={shown} empty={<NobodyAsked />} />}
      {section === 'invitations' && <Invitations />}
      {section === 'evidence' && <EvidenceList mayAdd />}
      <p className={typography.hidden} role="status">
        {t(`sections.${section}`)}
      </p>
    </>
  )
}

const openSections = ['interviews', 'evidence'] as const

function ForEveryone() {
  const { t } = useTranslation('interviews')
  const { view } = useSession()
  const rows = useList()
  const { shown, bar } = useShown(rows)
  const { interviewCount } = useSingle(envelope)
  const [section, setSection] = useState<Section>('interviews')
  const counts = { interviews: rows.length, evidence: useDerived(evidence, (all) => all.length) }
  if (rows.length === 0 && interviewCount > 0) {
    return (
      <>
        <EnvelopePanel rows={rows} />
        <LateSkeleton label={t('arriving')} />
      </>
    )
  }
  const none = (
    <EmptyState drawing={<UnansweredDrawing />} fact={t('empty.fact')} advice={t('empty.adviceOpen')} />
  )
  return (
    <>
      <EnvelopePanel rows={rows} />
      <div className={styles.toolbar}>
        <Sections at={section} of={openSections} counts={counts} onGo={setSection} />
        {section === 'interviews' && bar}
      </div>
      {section === 'interviews' ? (
        <List rows={rows} shown={shown} empty={none} />
      ) : (
        <>
          {view.seat.role !== 'viewer' && <HearLine />}
          <EvidenceList mayAdd={false} />
        </>
      )}
    </>
  )
}

/** The rows that search and filter leave, and the bar to change them by; null where there is little to search. */
function useShown(rows: readonly ListRow[]): { readonly shown: readonly ListRow[]; readonly bar: ReactNode } {
  const nameOf = useSeatNames()
  const { filter, search, change, clear } = useFilter()
  const shown = useMemo(() => filtered(rows, filter, nameOf), [rows, filter, nameOf])
  if (rows.length < WORTH_SEARCHING && shown.length === rows.length) return { shown, bar: null }
  const bar = (
    <FilterBar
      filter={filter}
      search={search}
      onChange={change}
      onClear={clear}
      found={shown.length}
      total={rows.length}
    />
  )
  return { shown, bar }
}

/** Before the opening: that there is an envelope, how many are in it, and a way to put a line into it. */
function Outside() {
  const { t } = useTranslation('interviews')
  const { view } = useSession()
  const { interviewCount } = useSingle(envelope)
  const hasResearcher = useResearchers().length > 0
  return (
    <>
      <EnvelopePanel rows={null} />
      <div className={styles.outside}>
        <EmptyState
          drawing={<UnansweredDrawing />}
          fact={t(interviewCount === 0 ? 'empty.fact' : 'sealedOut.fact')}
          advice={
            !hasResearcher
              ? t('empty.noResearcher')
              : t(interviewCount === 0 ? 'empty.adviceOthers' : 'sealedOut.advice')
          }
        />
        {view.seat.role !== 'viewer' && <HearLine />}
      </div>
    </>
  )
}

function NobodyAsked() {
  const { t } = useTranslation('interviews')
  const begin = useNewInterview()
  return (
    <EmptyState
      drawing={<UnansweredDrawing />}
      fact={t('empty.fact')}
      advice={t('empty.advice', { questions: useQuestionCount() })}
    >
      <Button kind="primary" onClick={begin}>
        {t('newInterview')}
      </Button>
    </EmptyState>
  )
}

function List(props: {
  readonly rows: readonly ListRow[]
  readonly shown: readonly ListRow[]
  readonly empty: ReactNode
}) {
  const { rows, shown, empty } = props
  const { t } = useTranslation('interviews')
  const nameOf = useSeatNames()
  if (rows.length === 0) return empty
  return (
    <div className={styles.list}>
      {shown.length === 0 ? (
        <p className={styles.nothing}>{t('filter.nothing')}</p>
      ) : (
        <InterviewTable rows={shown} nameOf={nameOf} />
      )}
      <MixWords rows={rows} />
    </div>
  )
}

function Sections<S extends Section>(props: {
  readonly at: Section
  readonly of: readonly S[]
  readonly counts: Readonly<Record<S, number>>
  readonly onGo: (section: S) => void
}) {
  const { at, of, counts, onGo } = props
  const { t } = useTranslation('interviews')
  const names: Readonly<Record<Section, string>> = {
    interviews: t('sections.interviews'),
    invitations: t('sections.invitations'),
    evidence: t('sections.evidence'),
  }
  return (
    <nav className={segments.segments} aria-label={t('sections.label')}>
      {of.map((section) => (
        <button
          key={section}
          type="button"
          className={segments.segment}
          aria-current={section === at}
          onClick={() => onGo(section)}
        >
          {t('sections.counted', { name: names[section as Section], count: Number(counts[section]) })}
        </button>
      ))}
    </nav>
  )
}
