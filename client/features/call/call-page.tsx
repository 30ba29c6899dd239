/**
 * The call (method D8): questions, one note, numbers. Keys do everything; nothing but a pseudonym is asked for, and
 * what is typed is kept at once, with or without a line.
 */
import { useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useIsPhone } from '#client/lib/media.ts'
import { useIsLoading, useRow, useSession } from '#client/session/hooks.ts'
import { Button, LinkButton } from '#client/ui/button.tsx'
import { Keys } from '#client/ui/keys.tsx'
import { LateSkeleton } from '#client/ui/late-skeleton.tsx'
import segments from '#client/ui/segments.module.css'
import { EmptyState, UnansweredDrawing } from '#client/ui/states.tsx'
import { startGuide } from '#shared/board/guide-edits.ts'
import { endCall } from '#shared/interviews/interview-edits.ts'
import { interviews } from '#shared/interviews/schema.ts'
import styles from './call-page.module.css'
import { Details } from './details.tsx'
import { EndOfCall } from './end-of-call.tsx'
import { Head } from './head.tsx'
import { Numbers } from './numbers.tsx'
import { QuestionList } from './question-list.tsx'
import { QuestionPane } from './question-pane.tsx'
import { useCallKeys } from './use-call-keys.ts'
import { useQuestions } from './use-questions.ts'

const tabs = ['questions', 'note', 'numbers'] as const
type Tab = (typeof tabs)[number]

export function CallPage({ interviewId }: { readonly interviewId: string }) {
  const { t } = useTranslation('call')
  const session = useSession()
  const isLoading = useIsLoading()
  const isThere = useRow(interviews, interviewId) !== undefined
  if (isThere) return <Call key={interviewId} interviewId={interviewId} />
  if (isLoading) return <LateSkeleton label={t('loading')} />
  return (
    <div className={styles.none}>
      <EmptyState level="h1" drawing={<UnansweredDrawing />} fact={t('none.fact')} advice={t('none.advice')}>
        <LinkButton kind="primary" to={`/w/${session.workshopId}/interviews`}>
          {t('none.back')}
        </LinkButton>
      </EmptyState>
    </div>
  )
}

function Call({ interviewId }: { readonly interviewId: string }) {
  const { t } = useTranslation('call')
  const session = useSession()
  const navigate = useNavigate()
  const isPhone = useIsPhone()
  const questions = useQuestions(interviewId)
  const [chosen, setChosen] = useState<string | null>(null)
  const [tab, setTab] = useState<Tab>('note')
  const [isUnfolded, setUnfolded] = useState(false)
  const [overlay, setOverlay] = useState<'details' | 'end' | null>(null)
  const numbers = useRef<HTMLElement>(null)
  const wanted = useRef<'points' | 'marks' | null>(null)

  // Where one left off: the first question that is neither answered nor skipped.
  const start = useRef<string | undefined>(undefined)
  start.current ??= (questions.find(({ status }) => status === 'open') ?? questions[0])?.id
  const question = questions.find(({ id }) => id === (chosen ?? start.current)) ?? questions[0]

  const go = useCallback((id: string) => {
    setChosen(id)
    setTab('note')
  }, [])
  const step = (by: number) => {
    const next = questions[questions.findIndex(({ id }) => id === question?.id) + by]
    if (!next) return
    // A menu in which something was typed gives it back to the note before the note goes.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    go(next.id)
  }
  const show = (what: 'points' | 'marks') => {
    wanted.current = what
    setUnfolded(true)
    setTab('numbers')
    focusWanted()
  }
  const focusWanted = () => {
    const field = numbers.current?.querySelector<HTMLElement>(`[data-numbers="${wanted.current}"] input`)
    if (!field) return
    wanted.current = null
    field.focus()
  }
  useEffect(focusWanted)
  useCallKeys({
    next: () => step(1),
    before: () => step(-1),
    points: () => show('points'),
    marks: () => show('marks'),
  })
  const end = () => {
    session.editInterviews(endCall, { id: interviewId })
    setOverlay('end')
  }
  const leave = () => void navigate(`/w/${session.workshopId}/interviews`)

  return (
    <div className={styles.call}>
      <Head interviewId={interviewId} onDetails={() => setOverlay('details')} onEnd={end} />
      {isPhone && (
        <nav className={`${segments.segments} ${styles.tabs}`} aria-label={t('tabs.label')}>
          {tabs.map((one) => (
            <button
              key={one}
              type="button"
              className={segments.segment}
              aria-pressed={tab === one}
              onClick={() => setTab(one)}
            >
              {t(`tabs.${one}`)}
            </button>
          ))}
        </nav>
      )}
      {question ? (
        <div className={styles.panes}>
          <div className={styles.left} hidden={isPhone && tab !== 'questions'}>
            <QuestionList questions={questions} at={question.id} onGo={go} />
          </div>
          <div className={styles.centre} hidden={isPhone && tab !== 'note'}>
            <div className={styles.sheet}>
              <QuestionPane key={question.id} interviewId={interviewId} question={question} />
            </div>
            <div className={styles.steps}>
              <Button onClick={() => step(-1)} notYet={question === questions[0]}>
                {t('questions.before')}
              </Button>
              <Button onClick={() => step(1)} notYet={question === questions.at(-1)}>
                {t('questions.next')}
              </Button>
            </div>
            <div className={styles.foot}>
              <Keys hints={hints()} />
            </div>
          </div>
          <aside
            ref={numbers}
            className={styles.right}
            aria-label={t('tabs.numbers')}
            hidden={isPhone && tab !== 'numbers'}
          >
            <Numbers
              interviewId={interviewId}
              questions={questions}
              isUnfolded={isUnfolded}
              onUnfold={() => setUnfolded(true)}
            />
          </aside>
        </div>
      ) : (
        <div className={styles.none}>
          <EmptyState drawing={<UnansweredDrawing />} fact={t('noGuide.fact')} advice={t('noGuide.advice')}>
            {session.mayEditBoard && (
              <Button kind="primary" onClick={() => session.edit(startGuide, null)}>
                {t('noGuide.start')}
              </Button>
            )}
          </EmptyState>
        </div>
      )}
      {overlay === 'details' && <Details interviewId={interviewId} onClose={() => setOverlay(null)} />}
      {overlay === 'end' && (
        <EndOfCall
          interviewId={interviewId}
          questions={questions}
          onLeave={leave}
          onClose={() => setOverlay(null)}
        />
      )}
    </div>
  )

  function hints() {
    const ctrl = t('keys.ctrl')
    return [
      { keys: ['“'], does: t('keys.words') },
      { keys: ['#'], does: t('keys.need') },
      { keys: ['@'], does: t('keys.stage') },
      { keys: [ctrl, '↓'], does: t('keys.next') },
      { keys: [ctrl, '.', ','], does: t('keys.numbers') },
    ]
  }
}
