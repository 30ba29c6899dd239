/**
 * The one field: Enter adds, Escape clears. What is half written is kept on this device, so that a tab that dies loses
 * nothing (ID-8a). Several pasted lines are shown first and added on request (ID-4a).
 */
import { type ClipboardEvent, type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PastePreview } from '#client/features/needs/paste-preview.tsx'
import { cleanLine, type PastedLine, pastedLines } from '#client/features/needs/pasted-lines.ts'
import { keep, kept, unkeep } from '#client/lib/kept.ts'
import { Button } from '#client/ui/button.tsx'
import { Keys } from '#client/ui/keys.tsx'
import { TextField } from '#client/ui/text-field.tsx'
import { showToast } from '#client/ui/toast-store.ts'
import { LONGEST_NOTE, MOST_NOTES, noteKey } from '#shared/rounds/notes.ts'
import styles from './write.module.css'

const SAY_LEFT_FROM = 20

export interface NotesProps {
  readonly notes: readonly string[]
  readonly change: (next: (notes: readonly string[]) => readonly string[]) => void
}

export function NoteField({ roundId, notes, change }: NotesProps & { readonly roundId: string }) {
  const { t } = useTranslation(['needs', 'common'])
  const [typed, setTyped] = useHalfWritten(roundId)
  const [pasted, setPasted] = useState<readonly PastedLine[] | null>(null)
  const text = cleanLine(typed)
  const isKnown = notes.some((note) => noteKey(note) === noteKey(text)) && text !== ''
  const left = LONGEST_NOTE - typed.length

  const add = (event: FormEvent) => {
    event.preventDefault()
    if (text === '' || isKnown) return
    change((now) => [...now, text])
    setTyped('')
  }
  const paste = (event: ClipboardEvent<HTMLInputElement>) => {
    const lines = pastedLines(event.clipboardData.getData('text/plain'), notes)
    if (lines.length < 2) return
    event.preventDefault()
    setPasted(lines)
  }
  const addPasted = (texts: readonly string[]) => {
    setPasted(null)
    change((now) => [...now, ...texts])
    showToast({
      kind: 'undo',
      text: t('paste.added', { count: texts.length }),
      action: {
        label: t('common:undo'),
        run: () => change((now) => now.filter((note) => !texts.includes(note))),
      },
    })
  }
  if (notes.length >= MOST_NOTES) return <p className={styles.notice}>{t('write.full')}</p>
  return (
    <>
      <form className={styles.add} onSubmit={add}>
        <TextField
          size="large"
          label={t('write.label')}
          labelHidden
          placeholder={t('write.placeholder')}
          hint={isKnown ? t('write.again') : left <= SAY_LEFT_FROM ? t('write.left', { count: left }) : null}
          maxLength={LONGEST_NOTE}
          autoComplete="off"
          enterKeyHint="enter"
          autoFocus
          value={typed}
          onChange={setTyped}
          onPaste={paste}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && !event.nativeEvent.isComposing) setTyped('')
          }}
        />
        <Button type="submit" kind="primary" size="large" notYet={text === '' || isKnown}>
          {t('write.add')}
        </Button>
      </form>
      <Keys
        hints={[
          { keys: ['Enter'], does: t('write.keys.add') },
          { keys: ['Esc'], does: t('write.keys.clear') },
        ]}
      />
      {pasted && (
        <PastePreview
          lines={pasted}
          room={MOST_NOTES - notes.length}
          onAdd={addPasted}
          onCancel={() => setPasted(null)}
        />
      )}
    </>
  )
}

function useHalfWritten(roundId: string): readonly [string, (typed: string) => void] {
  const key = `guessproof.note.${roundId}`
  const [typed, setTyped] = useState(() => kept(key) ?? '')
  const change = (next: string) => {
    setTyped(next)
    if (next === '') unkeep(key)
    else keep(key, next)
  }
  return [typed, change]
}
