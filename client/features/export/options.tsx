/** Who can be recognised, and how the file looks. What protects people is on until somebody takes it off. */
import { useTranslation } from 'react-i18next'
import { Check, Segments } from '#client/features/export/choices.tsx'
import { hasExcelTables, hasLook, hasPaper, hasState } from '#client/features/export/formats.ts'
import { useSession } from '#client/session/hooks.ts'
import type from '#client/ui/type.module.css'
import type { ExportSettings } from '#shared/protocol/export-calls.ts'
import type { ExportFormat } from '#shared/protocol/export-formats.ts'
import styles from './export.module.css'

interface OptionsProps {
  readonly format: ExportFormat
  readonly settings: ExportSettings
  readonly quotesKept: number
  readonly onChange: (change: Partial<ExportSettings>) => void
}

export function Options({ format, settings, quotesKept, onChange }: OptionsProps) {
  const { t } = useTranslation('exporting')
  const { role } = useSession().view.seat
  const kept = quotesKept === 0 ? '' : t('options.kept', { count: quotesKept })
  return (
    <>
      <fieldset className={styles.options}>
        <legend className={type.section}>{t('options.recognised')}</legend>
        <Check
          label={t('options.people')}
          checked={settings.people === 'functions'}
          onChange={(on) => onChange({ people: on ? 'functions' : 'names' })}
        />
        <Check
          label={t('options.masked')}
          hint={t(role === 'viewer' ? 'options.maskedViewer' : 'options.maskedHint')}
          isFixed={role === 'viewer'}
          checked={role === 'viewer' || settings.masked === '1'}
          onChange={(on) => onChange({ masked: on ? '1' : '0' })}
        />
        <Check
          label={t('options.private')}
          hint={`${t(role === 'researcher' ? 'options.privateHint' : 'options.privateOthers')} ${kept}`}
          isFixed={role !== 'researcher'}
          checked={role !== 'researcher' || settings.private === '0'}
          onChange={(on) => onChange({ private: on ? '0' : '1' })}
        />
      </fieldset>
      {hasLook(format) && (
        <Segments
          label={t('options.look')}
          choices={{ light: t('options.light'), dark: t('options.dark') }}
          chosen={settings.look}
          onChoose={(look) => onChange({ look })}
        />
      )}
      {hasPaper(format) && (
        <Segments
          label={t('options.paper')}
          choices={{ a4: t('options.a4'), letter: t('options.letter') }}
          chosen={settings.paper}
          onChoose={(paper) => onChange({ paper })}
        />
      )}
      {hasState(format) && (
        <Segments
          label={t('options.state')}
          choices={{ draft: t('options.draft'), final: t('options.final') }}
          chosen={settings.state}
          onChoose={(state) => onChange({ state })}
        />
      )}
      {hasExcelTables(format) && (
        <fieldset className={styles.options}>
          <legend className={type.section}>{t('options.tables')}</legend>
          <Check
            label={t('options.excel')}
            hint={t('options.excelHint')}
            checked={settings.excel === '1'}
            onChange={(on) => onChange({ excel: on ? '1' : '0' })}
          />
        </fieldset>
      )}
    </>
  )
}
