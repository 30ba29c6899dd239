/** Why a file did not open: every fault with its place in the file, the first ones at once. */
import { useTranslation } from 'react-i18next'
import { saveAs } from '#client/lib/save-as.ts'
import { Button } from '#client/ui/button.tsx'
import styles from './home.module.css'
import type { FileRefusal } from './use-open-file.ts'

const SHOWN = 8

export function FileFaults(props: {
  readonly refusal: FileRefusal
  readonly onAnother: () => void
  readonly onClose: () => void
}) {
  const { refusal, onAnother, onClose } = props
  const { fileName: file, reason, faults } = refusal
  const { t } = useTranslation('home')
  const common = useTranslation('common').t
  const count = faults.length
  const save = async () => {
    const { writeCsv } = await import('#shared/intake/csv.ts')
    const rows = [['place', 'problem'], ...faults.map(({ path, message }) => [path, message])]
    const text = writeCsv(rows, { delimiter: ',', withMark: true })
    saveAs(new Blob([text], { type: 'text/csv;charset=utf-8' }), 'faults.csv')
  }
  return (
    <div className={styles.fileFaults} role="alert">
      <h3>{t('file.title')}</h3>
      <p>{count > 0 ? t('file.lead', { file, count }) : t('file.leadBare', { file })}</p>
      {count === 0 && <p>{reason}</p>}
      <ul>
        {faults.slice(0, SHOWN).map(({ path, message }) => (
          <li key={`${path} ${message}`}>
            <code>{path === '' ? t('file.whole') : path}</code>: {message}
          </li>
        ))}
        {count > SHOWN && <li>{t('file.more', { count: count - SHOWN })}</li>}
      </ul>
      <div className={styles.actions}>
        {count > SHOWN && <Button onClick={() => void save()}>{t('file.download')}</Button>}
        <Button onClick={onAnother}>{t('file.another')}</Button>
        <Button kind="quiet" onClick={onClose}>
          {common('close')}
        </Button>
      </div>
    </div>
  )
}
