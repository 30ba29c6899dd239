/** `/w/:id/export`: the workshop as a file, for every seat and without asking anyone (R098, EX-1). */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DownloadPart } from '#client/features/export/download-part.tsx'
import { FormatList } from '#client/features/export/format-list.tsx'
import { Options } from '#client/features/export/options.tsx'
import { Preview } from '#client/features/export/preview.tsx'
import { useIsLoading, useReport } from '#client/session/hooks.ts'
import { LateSkeleton } from '#client/ui/late-skeleton.tsx'
import type from '#client/ui/type.module.css'
import type { ExportSettings } from '#shared/protocol/export-calls.ts'
import type { ExportFormat } from '#shared/protocol/export-formats.ts'
import { partsWord, usualParts } from '#shared/protocol/export-parts.ts'
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

export function ExportPage() {
  const { t } = useTranslation('exporting')
  const isLoading = useIsLoading()
  const [format, setFormat] = useState<ExportFormat>('pptx')
  const [settings, setSettings] = useState(protective)
  const shown = useReport(settings)
  if (isLoading) return <LateSkeleton label={t('loading')} />
  return (
    <div className={styles.page}>
      <h1 className={type.screen}>{t('title')}</h1>
      <p className={type.lead}>{t('lead')}</p>
      <div className={styles.parts}>
        <FormatList chosen={format} onChoose={setFormat} />
        <div className={styles.side}>
          <Options
            format={format}
            settings={settings}
            quotesKept={shown?.quotesKept ?? 0}
            onChange={(change) => setSettings((before) => ({ ...before, ...change }))}
          />
          <DownloadPart format={format} settings={settings} />
        </div>
        {shown ? <Preview format={format} shown={shown} /> : <LateSkeleton label={t('loading')} />}
      </div>
    </div>
  )
}
