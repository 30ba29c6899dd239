/** `/w/:id/export`: the workshop as a file, for every seat and without asking anyone (R098, EX-1). */
import { type ReactNode, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DownloadPart } from '#client/features/export/download-part.tsx'
import { useFirmLook } from '#client/features/export/firm-look.ts'
import { FirmPart } from '#client/features/export/firm-part.tsx'
import { FormatList } from '#client/features/export/format-list.tsx'
import { hasLogo, hasParts } from '#client/features/export/formats.ts'
import { Options } from '#client/features/export/options.tsx'
import { Preview } from '#client/features/export/preview.tsx'
import { PutIn } from '#client/features/export/put-in.tsx'
import { useIsLoading, useReport } from '#client/session/hooks.ts'
import { LateSkeleton } from '#client/ui/late-skeleton.tsx'
import type from '#client/ui/type.module.css'
import type { ExportSettings } from '#shared/protocol/export-calls.ts'
import type { ExportFormat } from '#shared/protocol/export-formats.ts'
import { partsOf, partsWord, usualParts } from '#shared/protocol/export-parts.ts'
import { allTables } from '#shared/report/all-tables.ts'
import { carryingQuotes, withParts } from '#shared/report/parts.ts'
import type { Report } from '#shared/report/report.ts'
import { slidesOf } from '#shared/slides/slides-of.ts'
import styles from './export.module.css'

/** Without any choice nobody can be recognised. */
const protective: ExportSettings = {
  people: 'functions',
  masked: '1',
  private: '0',
  state: 'draft',
  paper: 'a4',
  look: 'light',
  parts: partsWord(usualParts),
  excel: '0',
}

export function ExportPage({ tools }: { readonly tools?: ReactNode }) {
  const { t } = useTranslation('exporting')
  const isLoading = useIsLoading()
  const [format, setFormat] = useState<ExportFormat>('pptx')
  const [chosen, setChosen] = useState(protective)
  const [firm, changeFirm] = useFirmLook()
  const settings: ExportSettings = {
    ...chosen,
    ...(firm.main !== null && { main: firm.main }),
    ...(firm.accent !== null && { accent: firm.accent }),
  }
  const shown = useReport(chosen)
  const change = (some: Partial<ExportSettings>) => setChosen((before) => ({ ...before, ...some }))
  const drawn = useDrawn(shown?.report ?? null, settings)
  if (isLoading) return <LateSkeleton label={t('loading')} />
  return (
    <div className={styles.page}>
      <h1 className={type.screen}>{t('title')}</h1>
      <p className={type.lead}>{t('lead')}</p>
      {tools}
      <div className={styles.parts}>
        <FormatList
          chosen={format}
          slides={drawn ? drawn.slides.sheets.length + 1 : null}
          sheets={drawn?.sheets ?? null}
          onChoose={setFormat}
        />
        <div className={styles.side}>
          {hasParts(format) && (
            <PutIn
              format={format}
              parts={chosen.parts}
              quotes={shown?.report.quotes.length ?? 0}
              carrying={drawn?.carrying ?? 0}
              onChange={(parts) => change({ parts })}
            />
          )}
          <Options
            format={format}
            settings={settings}
            quotesKept={shown?.quotesKept ?? 0}
            onChange={change}
          />
          {hasLogo(format) && (
            <FirmPart format={format} firm={firm} look={chosen.look} onChange={changeFirm} />
          )}
          <DownloadPart
            format={format}
            settings={settings}
            logo={hasLogo(format) ? (firm.logo?.base64 ?? null) : null}
          />
        </div>
        {drawn ? (
          <Preview
            format={format}
            report={hasParts(format) && format !== 'pack' ? drawn.parted : drawn.whole}
            slides={drawn.slides}
            quotes={hasParts(format) ? drawn.quotesIn : drawn.whole.quotes.length}
            logo={firm.logo}
          />
        ) : (
          <LateSkeleton label={t('loading')} />
        )}
      </div>
    </div>
  )
}

/** What the choices make of the report; made again only for what they change. */
function useDrawn(found: Report | null, { parts, state, look, main, accent }: ExportSettings) {
  const whole = useMemo(() => found && { ...found, meta: { ...found.meta, state } }, [found, state])
  const parted = useMemo(() => whole && withParts(whole, partsOf(parts)), [whole, parts])
  const slides = useMemo(
    () => parted && slidesOf(parted, { look, main, accent }),
    [parted, look, main, accent],
  )
  const sheets = useMemo(() => (found ? allTables(found).length : 0), [found])
  const carrying = useMemo(() => (parted ? carryingQuotes(parted).size : 0), [parted])
  // Those that carry something are in with what they carry.
  const quotesIn = parted?.quotes.length || carrying
  return whole && parted && slides && { whole, parted, slides, sheets, carrying, quotesIn }
}
