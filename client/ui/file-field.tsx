/** Choosing a file, by hand or by dropping it. */
import Upload from 'lucide-react/icons/upload'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './button.tsx'
import styles from './file-form.module.css'
import { Icon } from './icon.tsx'

export function FileField({
  file,
  accept,
  onChoose,
}: {
  readonly file: { readonly name: string } | null
  /** Endings of names. */
  readonly accept: string
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
        accept={accept}
        onChange={(event) => {
          take(event.target.files)
          event.target.value = ''
        }}
      />
    </div>
  )
}
