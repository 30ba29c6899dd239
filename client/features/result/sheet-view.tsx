/** The sheet for sales of one stage, in the place of the report: to read on the way to a customer, and to print. */
import ArrowLeft from 'lucide-react/icons/arrow-left'
import Printer from 'lucide-react/icons/printer'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { usePageTitle } from '#client/lib/page-title.ts'
import { Button } from '#client/ui/button.tsx'
import { Icon } from '#client/ui/icon.tsx'
import { SheetPages } from '#client/ui/sheet-pages.tsx'
import { StageSheet } from '#client/ui/stage-sheet.tsx'
import typography from '#client/ui/type.module.css'
import type { ResultView } from '#shared/report/result-view.ts'
import { stageSheets } from '#shared/report/stage-sheet.ts'
import { PlaceLink } from './place.tsx'
import styles from './sheet-view.module.css'

const PLACE = 'sheet-'

export const sheetPlace = (stageId: string): string => `${PLACE}${stageId}`

/** The stage whose sheet the address leads to; null: to none that there is. */
export function sheetOf(view: ResultView, at: string | null): string | null {
  if (!at?.startsWith(PLACE)) return null
  const id = at.slice(PLACE.length)
  return stageSheets(view).some(({ stageId }) => stageId === id) ? id : null
}

export function SheetView({ view, stageId }: { readonly view: ResultView; readonly stageId: string }) {
  const { t } = useTranslation('result')
  const heading = useRef<HTMLHeadingElement>(null)
  const sheets = stageSheets(view)
  const at = sheets.findIndex((sheet) => sheet.stageId === stageId)
  const shown = sheets[at]
  const before = sheets[at - 1]
  const next = sheets[at + 1]
  usePageTitle(t('sheet.pageTitle', { title: view.title, name: shown?.name ?? '' }))
  // biome-ignore lint/correctness/useExhaustiveDependencies: another stage is another page, to be read from its top
  useEffect(() => {
    heading.current?.focus({ preventScroll: true })
    window.scrollTo?.(0, 0)
  }, [stageId])
  if (!shown) return null
  return (
    <main className={styles.page}>
      <PlaceLink to={`stage-${stageId}`} className={styles.link}>
        <Icon of={ArrowLeft} />
        {t('sheet.back')}
      </PlaceLink>
      <div className={styles.head}>
        <h1 ref={heading} tabIndex={-1} className={typography.section}>
          {view.title}
        </h1>
        <Button onClick={() => window.print()}>
          <Icon of={Printer} />
          {t('print')}
        </Button>
      </div>
      <StageSheet sheet={shown} />
      <nav className={styles.head} aria-label={t('sheet.stages')}>
        {before ? (
          <PlaceLink to={sheetPlace(before.stageId)} className={styles.link}>
            {t('sheet.before', { n: before.number, name: before.name })}
          </PlaceLink>
        ) : (
          <span />
        )}
        {next && (
          <PlaceLink to={sheetPlace(next.stageId)} className={styles.link}>
            {t('sheet.next', { n: next.number, name: next.name })}
          </PlaceLink>
        )}
      </nav>
      <SheetPages sheets={[shown]} />
    </main>
  )
}
