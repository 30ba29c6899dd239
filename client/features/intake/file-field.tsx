/** Choosing a file, by hand or by dropping it. */
import Upload from 'lucide-react/icons/upload'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#client/ui/button.tsx'
import { Icon } from '#client/ui/icon.tsx'
import styles from './intake.module.css'

const ACCEPTED = '.csv,.tsv,.xlsx,.vtt,.srt,.txt,.md,.docx'

export function FileField({
  file,
  onChoose,
}: {
  readonly file: File | null
  readonly onChoose: (file: File) => void
}) {
  const { t } = useTranslation('intake')
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)
  const take = (files: FileList | null) => {
    const [first] = files ?? []
    if (first) onChoose(first)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a short cut; the button does the same by keyboard
    <div
      className={isOver ? styles.dropOver : styles.drop}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        take(event.dataTransfer.files)
      }}
    >
      {file && <b className={styles.fileName}>{file.name}</b>}
      <Button kind={file ? 'default' : 'primary'} onClick={() => input.current?.click()}>
        <Icon of={Upload} />
        {file ? t('take.other') : t('take.choose')}
      </Button>
      {!file && <span className={styles.aside}>{t('take.drop')}</span>}
      <input
        ref={input}
        type="file"
        hidden
        aria-label={t('take.choose')}
        accept={ACCEPTED}
        onChange={(event) => {
          take(event.target.files)
          event.target.value = ''
        }}
      />
    </div>
  )
}
