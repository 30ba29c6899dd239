/** Which parts of the workshop go into what is read. All are in but the quotes that carry nothing. */
import { useTranslation } from 'react-i18next'
import { Check } from '#client/features/export/choices.tsx'
import { hasSlides } from '#client/features/export/formats.ts'
import type from '#client/ui/type.module.css'
import type { ExportFormat } from '#shared/protocol/export-formats.ts'
import { type ExportPart, exportParts, partsOf, partsWord } from '#shared/protocol/export-parts.ts'
import styles from './export.module.css'

/** Parts of which there are pictures. */
const drawnParts: readonly ExportPart[] = ['needs', 'competition', 'roadmap']

export function PutIn(props: {
  readonly format: ExportFormat
  readonly parts: string
  readonly quotes: number
  readonly carrying: number
  readonly onChange: (parts: string) => void
}) {
  const { format, quotes, carrying } = props
  const { t } = useTranslation('exporting')
  const chosen = partsOf(props.parts)
  const label = (part: ExportPart): string => {
    if (part === 'quotes') return t('putIn.quotes', { count: quotes })
    if (part === 'roadmap' && !hasSlides(format)) return t('putIn.roadmapText')
    return t(`putIn.${part}`)
  }
  const hint = (part: ExportPart): string | undefined => {
    if (part === 'needs') return t('putIn.needsHint')
    return part === 'quotes' && quotes > 0 ? t('putIn.carrying', { count: carrying }) : undefined
  }
  return (
    <fieldset className={styles.options}>
      <legend className={type.section}>{t('putIn.title')}</legend>
      {format === 'pack' && <p className={type.meta}>{t('putIn.packHint')}</p>}
      {(format === 'charts' ? drawnParts : exportParts).map((part) => (
        <Check
          key={part}
          label={label(part)}
          hint={hint(part)}
          checked={chosen.has(part)}
          onChange={(on) =>
            props.onChange(partsWord(exportParts.filter((one) => (one === part ? on : chosen.has(one)))))
          }
        />
      ))}
    </fieldset>
  )
}
