/** Pasted lines before they are notes: all that fit are chosen, any can be left out; Enter adds them (ID-4a). */
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PastedLine } from '#client/features/needs/pasted-lines.ts'
import { Button } from '#client/ui/button.tsx'
import { Dialog } from '#client/ui/dialog.tsx'
import styles from './write.module.css'

export function PastePreview(props: {
  readonly lines: readonly PastedLine[]
  /** How many more notes fit. */
  readonly room: number
  readonly onAdd: (texts: readonly string[]) => void
  readonly onCancel: () => void
}) {
  const { lines, room, onAdd, onCancel } = props
  const { t } = useTranslation(['needs', 'common'])
  const [chosen, setChosen] = useState<ReadonlySet<number>>(
    () =>
      new Set(
        lines
          .map((line, index) => ({ line, index }))
          .filter(({ line }) => !line.isKnown)
          .slice(0, room)
          .map(({ index }) => index),
      ),
  )
  const toggle = (index: number) => {
    const next = new Set(chosen)
    if (!next.delete(index) && next.size < room) next.add(index)
    setChosen(next)
  }
  const addButton = useRef<HTMLButtonElement>(null)
  // The dialog gives the focus to its first button, which closes it.
  useEffect(() => addButton.current?.focus(), [])
  const add = (event: FormEvent) => {
    event.preventDefault()
    if (chosen.size > 0) onAdd(lines.filter((_, index) => chosen.has(index)).map(({ text }) => text))
  }
  return (
    <Dialog title={t('paste.title', { count: lines.length })} onClose={onCancel}>
      <form onSubmit={add}>
        <p>{t('paste.lead')}</p>
        <ul className={styles.pasted}>
          {lines.map(({ text, isCut, isKnown }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line is known by its place alone
            <li key={index}>
              <label>
                <input type="checkbox" checked={chosen.has(index)} onChange={() => toggle(index)} />
                <span>
                  {text}
                  {(isCut || isKnown) && <small>{isKnown ? t('paste.known') : t('paste.cut')}</small>}
                </span>
              </label>
            </li>
          ))}
        </ul>
        {lines.length > room && <p className={styles.hint}>{t('paste.room', { count: room })}</p>}
        <div className={styles.buttons}>
          <Button ref={addButton} type="submit" kind="primary" notYet={chosen.size === 0}>
            {chosen.size === 0 ? t('paste.addNone') : t('paste.add', { count: chosen.size })}
          </Button>
          <Button kind="quiet" onClick={onCancel}>
            {t('common:cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
