/** Everything around a screen of a workshop: rail and bar on a laptop, a thin head on a phone. */
import { lazy, type ReactNode, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { keep, kept } from '#client/lib/kept.ts'
import { useLetterKeys } from '#client/lib/letter-keys.ts'
import { useListWanted, wantList } from '#client/lib/list-wanted.ts'
import { toggleProjector, useIsPhone, useIsProjector, useMedia } from '#client/lib/media.ts'
import { usePageTitle } from '#client/lib/page-title.ts'
import type { StopName } from '#client/lib/stops.ts'
import { toggleTheme } from '#client/lib/theme.ts'
import { useAgenda, useSession, useSingle } from '#client/session/hooks.ts'
import { LateSkeleton } from '#client/ui/late-skeleton.tsx'
import { scene } from '#shared/board/schema.ts'
import { envelope } from '#shared/record/schema.ts'
import type { Following } from './follow.ts'
import { OfflineBanner } from './offline-banner.tsx'
import { OlderCopyBanner } from './older-copy-banner.tsx'
import { PhoneHead } from './phone-head.tsx'
import { Rail } from './rail.tsx'
import styles from './shell.module.css'
import { type DrawerTab, SideDrawer } from './side-drawer.tsx'
import { useStopKeys } from './stop-keys.ts'
import { TopBar } from './top-bar.tsx'
import { useUndoKeys } from './undo-keys.ts'

const JoinCard = lazy(async () => ({
  default: (await import('#client/features/scene/join-card.tsx')).JoinCard,
}))
const RepeatDialog = lazy(async () => ({
  default: (await import('#client/features/former/repeat-dialog.tsx')).RepeatDialog,
}))
const ListDialog = lazy(async () => ({
  default: (await import('#client/features/lists/list-dialog.tsx')).ListDialog,
}))
const KeysDialog = lazy(async () => ({ default: (await import('./keys-dialog.tsx')).KeysDialog }))

/** What a screen may ask of the shell. */
interface ShellActs {
  readonly fillScreen: () => void
  readonly openDecisions: () => void
}

interface ShellProps {
  readonly at: StopName
  readonly onGoTo: (stop: StopName) => void
  readonly following: Following
  /** The screen has a head of its own and all the room there is. */
  readonly bare?: boolean
  readonly children: (acts: ShellActs) => ReactNode
}

type Overlay = 'join-card' | 'keys' | 'repeat' | null

export function Shell({ at, onGoTo, following, bare = false, children }: ShellProps) {
  const { t } = useTranslation('shell')
  const common = useTranslation('common').t
  const session = useSession()
  const { title } = useSingle(scene)
  const everyoneAt = useAgenda().activity
  const isEnvelopeOpen = useSingle(envelope).openedAt !== null
  const isPhone = useIsPhone()
  const [isNarrow, toggleRail] = useRailWidth(bare || at === 'roadmap' || at === 'reality')
  const [overlay, setOverlay] = useState<Overlay>(null)
  const mayShare = session.view.joinCode !== null
  const fillScreen = useCallback(() => setOverlay(mayShare ? 'join-card' : null), [mayShare])
  const [drawer, setDrawer] = useState<DrawerTab | null>(null)
  const openPeople = useCallback(() => setDrawer('people'), [])
  const openDecisions = useCallback(() => setDrawer('decisions'), [])
  const closeDrawer = useCallback(() => setDrawer(null), [])
  const listKind = useListWanted(({ kind }) => kind)
  useEffect(() => () => wantList(null), [])
  const closeOverlay = useCallback(() => setOverlay(null), [])
  const openRepeat = useCallback(() => setOverlay('repeat'), [])
  const onRepeat = session.isFacilitator ? openRepeat : null
  usePageTitle(`${t(`stops.${at}`)} · ${title || session.view.title}`)
  useLetterKeys(
    useMemo(
      () => ({
        '[': toggleRail,
        d: toggleTheme,
        p: toggleProjector,
        '?': () => setOverlay('keys'),
        '.': () => setDrawer((open) => (open === null ? 'people' : null)),
        j: () => setOverlay((open) => (open === 'join-card' || !mayShare ? null : 'join-card')),
      }),
      [toggleRail, mayShare],
    ),
  )
  useStopKeys(onGoTo)
  useUndoKeys()
  const canvas = useFocusKept(at)

  return (
    <div className={isPhone ? styles.phone : styles.laptop}>
      {!isPhone && (
        <Rail
          workshopId={session.workshopId}
          at={at}
          everyoneAt={everyoneAt}
          isEnvelopeOpen={isEnvelopeOpen}
          isNarrow={isNarrow}
          onToggle={toggleRail}
        />
      )}
      <div className={styles.column}>
        <OfflineBanner />
        <OlderCopyBanner />
        {bare ? null : isPhone ? (
          <PhoneHead
            at={at}
            following={following}
            onShare={fillScreen}
            onPeople={openPeople}
            onRepeat={onRepeat}
          />
        ) : (
          <TopBar
            at={at}
            onShare={fillScreen}
            following={following}
            onPeople={openPeople}
            onKeys={() => setOverlay('keys')}
            onRepeat={onRepeat}
          />
        )}
        {session.view.isDemo && (
          <aside className={styles.ribbon} aria-label={t('demoLabel')}>
            {t('demoRibbon')}
          </aside>
        )}
        <div className={styles.beside}>
          <main ref={canvas} className={bare ? styles.bare : styles.canvas} key={at} tabIndex={-1}>
            <Suspense fallback={<LateSkeleton label={common('loading')} />}>
              {children({ fillScreen, openDecisions })}
            </Suspense>
          </main>
          {drawer !== null && (
            <SideDrawer
              at={drawer}
              onGo={setDrawer}
              onClose={closeDrawer}
              onDecisions={() => {
                closeDrawer()
                onGoTo('decisions')
              }}
            />
          )}
        </div>
      </div>
      <Suspense fallback={null}>
        {overlay === 'join-card' && <JoinCard onClose={closeOverlay} />}
        {overlay === 'keys' && <KeysDialog onClose={closeOverlay} />}
        {listKind !== null && session.mayEditBoard && (
          <ListDialog kind={listKind} onClose={() => wantList(null)} />
        )}
        {overlay === 'repeat' && <RepeatDialog onClose={closeOverlay} />}
      </Suspense>
    </div>
  )
}

/** Going elsewhere takes away what had the focus; it then begins at the new screen and is never lost (AX-4a). */
function useFocusKept(at: StopName) {
  const canvas = useRef<HTMLElement>(null)
  const wasAt = useRef(at)
  useEffect(() => {
    if (wasAt.current === at) return
    wasAt.current = at
    if (document.activeElement === document.body) canvas.current?.focus({ preventScroll: true })
  }, [at])
  return canvas
}

const RAIL_KEY = 'guessproof.rail'

/** Narrow below 1200 px, where a projector makes all larger a quarter above it, and beside what needs the room, unless this person chose otherwise. */
function useRailWidth(isSpare: boolean): readonly [boolean, () => void] {
  const isSmall = useMedia('(max-width: 1199px)')
  const isSmallLarger = useMedia('(max-width: 1499px)')
  const isProjector = useIsProjector()
  const isTight = isSmall || (isProjector && isSmallLarger)
  const [chosen, setChosen] = useState(() => kept(RAIL_KEY))
  const isNarrow = chosen === null ? isTight || isSpare : chosen === 'narrow'
  const toggle = useCallback(() => {
    const next = isNarrow ? 'wide' : 'narrow'
    keep(RAIL_KEY, next)
    setChosen(next)
  }, [isNarrow])
  return [isNarrow, toggle]
}
