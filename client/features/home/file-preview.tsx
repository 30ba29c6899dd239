/** What a workshop file holds, before it is opened. */
import { useTranslation } from 'react-i18next'
import { dayWords } from '#client/lib/day-words.ts'
import { Button } from '#client/ui/button.tsx'
import { Dialog } from '#client/ui/dialog.tsx'
import styles from './home.module.css'
import type { SeenFile } from './use-open-file.ts'

/** In the order of a workshop; the rest of what a file holds comes with these. */
const counted = [
  'seats',
  'needs',
  'options',
  'rounds',
  'interviews',
  'quotes',
  'stages',
  'cards',
  'findings',
  'decisions',
  'actions',
] as const

export function FilePreview(props: {
  readonly seen: SeenFile
  readonly isOpening: boolean
  readonly onOpen: () => void
  readonly onClose: () => void
}) {
  const { seen, isOpening, onOpen, onClose } = props
  const { t, i18n } = useTranslation('home')
  const common = useTranslation('common').t
  const { title, company, product, segment, counts, changes, sealed, exportedBy, version } = seen.held
  const about = [product, segment, company].filter((one) => one.trim() !== '')
  const day = /^\d{4}-\d{2}-\d{2}/.exec(seen.held.exportedAt)?.[0]
  const locale = i18n.language === 'en' ? 'en-GB' : i18n.language
  const made = day === undefined ? '' : dayWords(day, locale)
  return (
    <Dialog title={title.trim() || t('untitled')} onClose={onClose}>
      <div className={styles.preview}>
        {about.length > 0 && <p>{about.join(' · ')}</p>}
        <ul className={styles.counted}>
          {counted.map((kind) => {
            const count = counts[kind] ?? 0
            return count > 0 && <li key={kind}>{t(`preview.counts.${kind}`, { count })}</li>
          })}
          {changes > 0 && <li>{t('preview.changes', { count: changes })}</li>}
        </ul>
        {Object.keys(counts).length === 0 && <p>{t('preview.empty')}</p>}
        {sealed.includes('interviews') && <p>{t('preview.sealedInterviews')}</p>}
        {sealed.some((one) => one.startsWith('rounds/')) && (
          <p>
            {t('preview.sealedRounds', { count: sealed.filter((one) => one.startsWith('rounds/')).length })}
          </p>
        )}
        <p className={styles.made}>
          {[
            made &&
              (exportedBy ? t('preview.madeBy', { made, name: exportedBy }) : t('preview.made', { made })),
            t('preview.version', { version, file: seen.fileName }),
          ]
            .filter(Boolean)
            .join(' ')}
        </p>
        <div className={styles.actions}>
          <Button kind="primary" data-first-focus notYet={isOpening} onClick={onOpen}>
            {isOpening ? t('preview.opening') : t('preview.open')}
          </Button>
          <Button
            kind="quiet"
            notYet={isOpening}
            onClick={({ currentTarget }) => currentTarget.closest('dialog')?.close()}
          >
            {common('cancel')}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
