/**
 * `/w/:id/roadmap/sheets`: a sheet a stage for sales (method R099), live and without a line, one stage at a time. On
 * paper each is one page. Nobody of the room and no customer is recognised, as what is printed goes anywhere.
 */
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useParams } from 'react-router'
import { SheetSteps } from '#client/features/sheets/sheet-steps.tsx'
import { sheetAddress, viewAddress } from '#client/lib/roadmap-views.ts'
import { useSwipe } from '#client/lib/use-swipe.ts'
import { useIsLoading, useReport, useSession } from '#client/session/hooks.ts'
import { Button, LinkButton } from '#client/ui/button.tsx'
import { LateSkeleton } from '#client/ui/late-skeleton.tsx'
import pageHead from '#client/ui/page-head.module.css'
import { RoadmapViews } from '#client/ui/roadmap-views.tsx'
import { SheetPages } from '#client/ui/sheet-pages.tsx'
import { StageSheet } from '#client/ui/stage-sheet.tsx'
import { EmptyState, RoadDrawing } from '#client/ui/states.tsx'
import typography from '#client/ui/type.module.css'
import { type StageSheet as Sheet, stageSheets } from '#shared/report/stage-sheet.ts'
import styles from './sheets.module.css'

export function SheetsPage() {
  const { t } = useTranslation('sheets')
  const isLoading = useIsLoading()
  const report = useReport({ people: 'functions', masked: '1', private: '0' })?.report
  const sheets = useMemo(() => report && stageSheets(report), [report])
  if (isLoading || !sheets) return <LateSkeleton label={t('loading')} />
  return sheets.length === 0 ? <Nothing /> : <Sheets sheets={sheets} />
}

function Sheets({ sheets }: { readonly sheets: readonly Sheet[] }) {
  const { t } = useTranslation('sheets')
  const { workshopId } = useSession()
  const { stageId } = useParams()
  const navigate = useNavigate()
  const at = stageId === undefined ? 0 : sheets.findIndex((sheet) => sheet.stageId === stageId)
  const shown = sheets[at]
  const show = (next: Sheet) => void navigate(sheetAddress(workshopId, next.stageId), { replace: true })
  const swipe = useSwipe((step) => {
    const next = sheets[at + step]
    if (shown && next) show(next)
  })
  const { isAll, print } = usePrinting()
  return (
    <div className={styles.page} {...swipe}>
      <header className={`${pageHead.head} ${styles.head}`}>
        <div>
          <h1 className={typography.screen}>{t('title')}</h1>
          <p className={typography.lead}>{t('lead')}</p>
        </div>
        <div className={styles.tools}>
          <RoadmapViews workshopId={workshopId} at="sheets" />
          {shown && <Button onClick={() => print(false)}>{t('print')}</Button>}
          {sheets.length > 1 && (
            <Button onClick={() => print(true)}>{t('printAll', { count: sheets.length })}</Button>
          )}
        </div>
      </header>
      <nav className={styles.stages} aria-label={t('stages')}>
        <ol>
          {sheets.map((sheet) => (
            <li key={sheet.stageId}>
              <Link
                replace
                to={sheetAddress(workshopId, sheet.stageId)}
                aria-current={sheet === shown ? 'page' : undefined}
                dir="auto"
              >
                {t('stage', { n: sheet.number, name: sheet.name })}
              </Link>
            </li>
          ))}
        </ol>
      </nav>
      {shown ? (
        <div className={styles.shown}>
          <SheetSteps sheets={sheets} at={at} onShow={show} />
          <StageSheet sheet={shown} />
        </div>
      ) : (
        <EmptyState fact={t('noSheet.fact')} advice={t('noSheet.advice')}>
          <LinkButton kind="primary" to={viewAddress(workshopId, 'sheets')}>
            {t('noSheet.all')}
          </LinkButton>
        </EmptyState>
      )}
      <SheetPages sheets={isAll || !shown ? sheets : [shown]} />
    </div>
  )
}

/** What is on paper is the one on the screen; all of them until one goes on, as a phone says it is done too early. */
function usePrinting(): { readonly isAll: boolean; readonly print: (isAll: boolean) => void } {
  const [asked, setAsked] = useState({ isAll: false, nth: 0 })
  const { isAll, nth } = asked
  useEffect(() => {
    if (nth > 0) window.print()
  }, [nth])
  useEffect(() => {
    if (!isAll) return
    const reset = () => setAsked({ isAll: false, nth: 0 })
    document.addEventListener('pointerdown', reset)
    document.addEventListener('keydown', reset)
    return () => {
      document.removeEventListener('pointerdown', reset)
      document.removeEventListener('keydown', reset)
    }
  }, [isAll])
  return {
    isAll,
    print: (all) => setAsked((before) => ({ isAll: all, nth: before.nth + 1 })),
  }
}

function Nothing() {
  const { t } = useTranslation('sheets')
  const { workshopId } = useSession()
  return (
    <EmptyState level="h1" drawing={<RoadDrawing />} fact={t('nothing.fact')} advice={t('nothing.advice')}>
      <LinkButton kind="primary" to={viewAddress(workshopId, 'board')}>
        {t('nothing.board')}
      </LinkButton>
    </EmptyState>
  )
}
