/**
 * `/r`: what came out of a workshop, for people who were not in the room: no seat, no name, no code. Knows nothing of
 * workshops, documents and sessions; shows what the server tells of one report.
 */
import '@fontsource-variable/source-serif-4/wght-italic.css'
import { type ReactNode, use } from 'react'
import { useTranslation } from 'react-i18next'
import { usePageTitle } from '#client/lib/page-title.ts'
import { useProblemText } from '#client/lib/problem-text.ts'
import type { CommandProblem } from '#client/session/api.ts'
import { Button } from '#client/ui/button.tsx'
import { LateSkeleton } from '#client/ui/late-skeleton.tsx'
import { Logo } from '#client/ui/logo.tsx'
import { ErrorState } from '#client/ui/states.tsx'
import { PlaceContext } from './place.tsx'
import { ReportBody } from './report-body.tsx'
import styles from './result.module.css'
import { SheetView, sheetOf } from './sheet-view.tsx'
import { useResult } from './use-result.ts'

export function ResultPage({ token, at }: { readonly token: string | null; readonly at: string | null }) {
  const { t } = useTranslation('result')
  usePageTitle(t('pageTitleBare'))
  return token === null ? (
    <Alone>
      <Gone why="unknown" />
    </Alone>
  ) : (
    <PlaceContext value={{ token, at }}>
      <Read token={token} />
    </PlaceContext>
  )
}

function Read({ token }: { readonly token: string }) {
  const { t } = useTranslation('result')
  const { view, problem, again } = useResult(token)
  const { at } = use(PlaceContext)
  const stageId = view && sheetOf(view, at)
  if (view && stageId) return <SheetView view={view} stageId={stageId} />
  if (view) return <ReportBody view={view} token={token} />
  return (
    <Alone>
      {problem ? <Failed problem={problem} onAgain={again} /> : <LateSkeleton label={t('loading')} />}
    </Alone>
  )
}

function Alone({ children }: { readonly children: ReactNode }) {
  return (
    <main className={styles.alone}>
      <Logo />
      {children}
    </main>
  )
}

const goneCodes = {
  'no-such-code': 'unknown',
  'bad-request': 'unknown',
  'link-revoked': 'revoked',
  'link-expired': 'expired',
} as const

function Gone({ why }: { readonly why: 'unknown' | 'revoked' | 'expired' }) {
  const { t } = useTranslation('result')
  return <ErrorState level="h1" fact={t(`gone.${why}.fact`)} advice={t(`gone.${why}.advice`)} />
}

function Failed({ problem, onAgain }: { readonly problem: CommandProblem; readonly onAgain: () => void }) {
  const { t } = useTranslation('result')
  const common = useTranslation('common').t
  const problemText = useProblemText()
  const { code } = problem
  if (Object.hasOwn(goneCodes, code)) return <Gone why={goneCodes[code as keyof typeof goneCodes]} />
  const isOffline = code === 'offline'
  return (
    <ErrorState
      level="h1"
      fact={t(isOffline ? 'offline.fact' : 'failed')}
      advice={isOffline ? t('offline.advice') : problemText(problem)}
    >
      <Button kind="primary" onClick={onAgain}>
        {common('tryAgain')}
      </Button>
    </ErrorState>
  )
}
