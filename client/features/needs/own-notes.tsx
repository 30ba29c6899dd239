/** One's own notes, newest first: edited in place, deleted with a way back. */
import X from 'lucide-react/icons/x'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { NotesProps } from '#client/features/needs/note-field.tsx'
import { cleanLine } from '#client/features/needs/pasted-lines.ts'
import { Button } from '#client/ui/button.tsx'
import { Icon } from '#client/ui/icon.tsx'
import { showToast } from '#client/ui/toast-store.ts'
import typography from '#client/ui/type.module.css'
import { LONGEST_NOTE } from '#shared/rounds/notes.ts'
import styles from './write.module.css'

export function OwnNotes(props: {
  readonly notes: readonly string[]
  /** Null when they can only be read. */
  readonly change: NotesProps['change'] | null
}) {
  const { notes, change } = props
  const { t } = useTranslation(['needs', 'common'])
  const remove = (index: number, note: string) => {
    change?.((now) => now.filter((_, at) => at !== index))
    showToast({
      kind: 'undo',
      text: t('write.removed', { note }),
      action: {
        label: t('common:undo'),
        run: () => change?.((now) => [...now.slice(0, index), note, ...now.slice(index)]),
      },
    })
  }
  return (
    <>
      <h2 className={`${typography.section} ${styles.ownTitle}`}>
        {t('write.own')} <span className={styles.ownCount}>{notes.length}</span>
      </h2>
      {notes.length === 0 && <p className={typography.meta}>{t('write.none')}</p>}
      <ol className={styles.own} reversed>
        {notes
          .map((note, index) => ({ note, index }))
          .reverse()
          .map(({ note, index }) => (
            <li key={`${index}-${note}`} className={styles.note}>
              {change ? (
                <>
                  <NoteLine
                    note={note}
                    number={index + 1}
                    onChange={(next) => change((now) => now.map((one, at) => (at === index ? next : one)))}
                  />
                  <Button
                    square
                    kind="quiet"
                    aria-label={t('write.remove', { note })}
                    onClick={() => remove(index, note)}
                  >
                    <Icon of={X} size="1rem" />
                  </Button>
                </>
              ) : (
                <span className={styles.words}>{note}</span>
              )}
            </li>
          ))}
      </ol>
    </>
  )
}

function NoteLine(props: {
  readonly note: string
  readonly number: number
  readonly onChange: (next: string) => void
}) {
  const { note, number, onChange } = props
  const { t } = useTranslation('needs')
  const [typed, setTyped] = useState<string | null>(null)
  const commit = () => {
    const next = cleanLine(typed ?? '')
    setTyped(null)
    if (next !== '' && next !== note) onChange(next)
  }
  return (
    <textarea
      className={styles.words}
      rows={1}
      aria-label={t('write.note', { number })}
      maxLength={LONGEST_NOTE}
      value={typed ?? note}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Escape') setTyped(null)
        if (event.key !== 'Enter') return
        event.preventDefault()
        event.currentTarget.blur()
      }}
    />
  )
}
