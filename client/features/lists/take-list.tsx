/** Where the list is: a field to paste cells into, or a file. */
import { type ClipboardEvent, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Reading } from '#client/features/lists/use-list-source.ts'
import { Button } from '#client/ui/button.tsx'
import { FileField } from '#client/ui/file-field.tsx'
import styles from '#client/ui/file-form.module.css'
import typography from '#client/ui/type.module.css'
import type { ListKind } from '#shared/board/list-edits.ts'
import { listShapes } from '#shared/lists/list-fields.ts'
import own from './lists.module.css'
import { useFieldLabel } from './use-field-label.ts'

const ACCEPTED = '.csv,.tsv,.txt,.xlsx,.zip'

export function TakeList(props: {
  readonly kind: ListKind
  readonly reading: Reading
  readonly onPaste: (text: string) => void
  readonly onFile: (file: File) => void
  readonly onClear: () => void
}) {
  const { kind, reading, onPaste, onFile, onClear } = props
  const { t } = useTranslation('lists')
  const isAnew = useRef(false)
  const source = reading.status === 'read' ? reading.source : null
  if (source?.file === null)
    return (
      <p className={own.pasted} role="status">
        <b>{t('take.pasted', { count: source.sheet.rows.length })}</b>
        <Button
          ref={takeFocus}
          onClick={() => {
            isAnew.current = true
            onClear()
          }}
        >
          {t('take.anew')}
        </Button>
      </p>
    )
  return (
    <section className={styles.section}>
      {source === null && <PasteField kind={kind} isAnew={isAnew.current} onPaste={onPaste} />}
      {source === null && <p className={typography.meta}>{t('take.or')}</p>}
      <FileField file={source?.file ?? null} accept={ACCEPTED} onChoose={onFile} />
      {reading.status === 'reading' && <p role="status">{t('take.reading', { name: reading.name })}</p>}
      {reading.status === 'failed' && (
        <div className={styles.failed} role="alert">
          <b>{t('take.failed')}</b>
          <p>{reading.words}</p>
          {reading.again && <Button onClick={reading.again}>{t('take.tryAgain')}</Button>}
        </div>
      )}
    </section>
  )
}

/** What had the focus is gone with what was pasted, and comes back with it. */
const takeFocus = (one: HTMLElement | null) => one?.focus()

function PasteField(props: {
  readonly kind: ListKind
  readonly isAnew: boolean
  readonly onPaste: (text: string) => void
}) {
  const { kind, isAnew, onPaste } = props
  const { t } = useTranslation('lists')
  const label = useFieldLabel()
  const id = useId()
  const [text, setText] = useState('')
  const { fields, main } = listShapes[kind]
  const columns = fields.map(({ name }) => label(name)).join(', ')
  const take = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const pasted = event.clipboardData.getData('text/plain')
    if (pasted.trim() === '' || text.trim() !== '') return
    event.preventDefault()
    onPaste(pasted)
  }
  return (
    <div className={own.paste}>
      <p className={typography.meta}>{t('take.lead')}</p>
      <label htmlFor={id}>{t('take.paste')}</label>
      <textarea
        id={id}
        ref={isAnew ? takeFocus : null}
        className={own.field}
        rows={5}
        data-first-focus
        spellCheck={false}
        aria-describedby={`${id}-columns`}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onPaste={take}
      />
      <p id={`${id}-columns`} className={typography.meta}>
        {t('take.columns', { columns, main: label(main) })}
      </p>
      {text.trim() !== '' && (
        <div className={styles.acts}>
          <Button kind="primary" onClick={() => onPaste(text)}>
            {t('take.read')}
          </Button>
        </div>
      )}
    </div>
  )
}
