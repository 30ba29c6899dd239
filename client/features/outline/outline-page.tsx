/** `/w/:id/roadmap/outline`: the roadmap as headings and lists (AX-1a), live, with everything that can be done to it. */
import { useCallback, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'react-router'
import { makeOutlineActs, type OutlineActs } from '#client/features/outline/outline-acts.ts'
import { OutlineContext, useOutline } from '#client/features/outline/outline-context.ts'
import { OutlineStage } from '#client/features/outline/outline-stage.tsx'
import { useKeptFocus } from '#client/features/outline/use-kept-focus.ts'
import { useNews, wordsOf } from '#client/features/outline/use-news.ts'
import { isTyping } from '#client/lib/letter-keys.ts'
import { stageAddress, viewAddress } from '#client/lib/roadmap-views.ts'
import { useDerived, useIsLoading, useRows, useSession, useSingle } from '#client/session/hooks.ts'
import { useLiveSession } from '#client/session/session-context.ts'
import { Button, LinkButton } from '#client/ui/button.tsx'
import { LateSkeleton } from '#client/ui/late-skeleton.tsx'
import pageHead from '#client/ui/page-head.module.css'
import { RoadmapViews } from '#client/ui/roadmap-views.tsx'
import { EmptyState, RoadDrawing } from '#client/ui/states.tsx'
import typography from '#client/ui/type.module.css'
import { type OutlineStage as Outlined, outlineOf } from '#shared/board/outline.ts'
import { liveStages } from '#shared/board/roadmap-edits.ts'
import { cards, stages } from '#shared/board/schema.ts'
import { interviews } from '#shared/interviews/schema.ts'
import { envelope } from '#shared/record/schema.ts'
import { sum } from '#shared/statistics/coverage.ts'
import styles from './outline.module.css'

export function OutlinePage() {
  const { t } = useTranslation('common')
  return useIsLoading() ? <LateSkeleton label={t('loading')} /> : <Outline />
}

function Outline() {
  const { t } = useTranslation(['outline', 'roadmap', 'common'])
  const session = useLiveSession()
  const stageRows = useRows(stages)
  const cardRows = useRows(cards)
  const named = useDerived(stages, (all) => liveStages(all).map(({ id, name }) => ({ id, name })))
  const customers = useCustomerNames()
  const [openSpot, open] = useState<string | null>(null)
  const [said, setSaid] = useState({ text: '', nth: 0 })
  const say = useCallback((text: string) => setSaid(({ nth }) => ({ text, nth: nth + 1 })), [])
  const news = useNews(t, say)
  const focus = useKeptFocus({
    isOwn: news.takeOwn,
    moved: (spot) => {
      const id = spot.split(/[:>]/u).at(-1) ?? ''
      const card = session.rows(cards).getState().get(id)
      news.forget(id)
      if (card) say(t('lost.moved', wordsOf(t, session, card)))
    },
    lost: (now) => {
      const words = now?.closest('[data-spot]')?.querySelector('p, h2')?.textContent
      say(words ? t('lost.gone', { now: words }) : t('lost.goneAll'))
    },
  })
  const { setRoot, onFocus, goTo } = focus
  const acts = useMemo(
    () => makeOutlineActs({ session, t, news, goTo, say, open }),
    [session, t, news, goTo, say],
  )
  useUndoKeys(acts)
  const outline = useMemo(() => outlineOf(stageRows, cardRows), [stageRows, cardRows])
  useStageOfAddress(outline.length > 0)
  const parts = useMemo(
    () => ({ acts, mayEdit: session.mayEditBoard, customers, stages: named }),
    [acts, session, customers, named],
  )
  return (
    <OutlineContext value={parts}>
      {outline.length === 0 ? (
        <Empty />
      ) : (
        <article ref={setRoot} className={styles.page} onFocus={onFocus}>
          <Head outline={outline} />
          {outline.map((one) => (
            <OutlineStage key={one.id} of={one} openSpot={openSpot} />
          ))}
        </article>
      )}
      <p className={typography.hidden} role="status">
        {said.text && <span key={said.nth}>{said.text}</span>}
      </p>
    </OutlineContext>
  )
}

/** Names of customers by interview, once the envelope is open. */
function useCustomerNames(): ReadonlyMap<string, string> {
  const isOpen = useSingle(envelope).openedAt !== null
  const all = useRows(interviews)
  return useMemo(() => new Map(isOpen ? all.map(({ id, pseudonym }) => [id, pseudonym]) : []), [isOpen, all])
}

/** Ctrl or Cmd with Z, outside of fields; said, and no news to the one who does it. */
function useUndoKeys(acts: OutlineActs): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || !(event.ctrlKey || event.metaKey)) return
      const key = event.key.toLowerCase()
      if ((key !== 'z' && key !== 'y') || isTyping(event.target)) return
      event.preventDefault()
      acts.undo(key === 'y' || event.shiftKey)
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [acts])
}

/** `#stage-…` in the address leads to that stage. */
function useStageOfAddress(isThere: boolean): void {
  const { hash, key } = useLocation()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same stage asked for again is a new entry of the history
  useEffect(() => {
    if (!isThere || hash === '') return
    const heading = document.getElementById(decodeURIComponent(hash.slice(1)))
    heading?.scrollIntoView({ block: 'start' })
    heading?.focus({ preventScroll: true })
  }, [hash, key, isThere])
}

function Head({ outline }: { readonly outline: readonly Outlined[] }) {
  const { t } = useTranslation('outline')
  const { t: roadmap } = useTranslation('roadmap')
  const { workshopId } = useSession()
  const { acts, mayEdit } = useOutline()
  const { answered, weak, open } = sum(outline.map(({ tally }) => tally))
  const all = answered + weak + open
  return (
    <>
      <header className={`${pageHead.head} ${styles.head}`}>
        <div>
          <h1 className={typography.screen}>{t('title')}</h1>
          <p className={typography.lead}>
            {all > 0 &&
              `${t('counts', { questions: t('asked', { count: all }), answered, partly: weak, open })} `}
            {t(mayEdit ? 'lead' : 'reader')}
          </p>
        </div>
        <RoadmapViews workshopId={workshopId} at="outline" />
      </header>
      <nav className={styles.stages} aria-label={t('stages')}>
        <ol>
          {outline.map(({ id, stage, number, tally }) => (
            <li key={id}>
              <Link to={stageAddress(workshopId, id)} dir="auto">
                {stage
                  ? t('stageHeading', { n: number, name: stage.name || roadmap('stage.unnamed') })
                  : roadmap('stage.unplaced')}
              </Link>
              {tally.open > 0 && <small>{roadmap('stage.unanswered', { count: tally.open })}</small>}
            </li>
          ))}
        </ol>
      </nav>
      {mayEdit && <Button onClick={acts.addStage}>{roadmap('stage.add')}</Button>}
    </>
  )
}

function Empty() {
  const { t } = useTranslation('outline')
  const { t: roadmap } = useTranslation('roadmap')
  const { workshopId } = useSession()
  const { acts, mayEdit } = useOutline()
  return (
    <EmptyState
      level="h1"
      drawing={<RoadDrawing />}
      fact={t('empty.fact')}
      advice={t(mayEdit ? 'empty.advice' : 'empty.adviceReader')}
    >
      {mayEdit && (
        <Button kind="primary" onClick={acts.addStage}>
          {roadmap('empty.blank')}
        </Button>
      )}
      <LinkButton to={viewAddress(workshopId, 'board')}>{t('empty.board')}</LinkButton>
    </EmptyState>
  )
}
