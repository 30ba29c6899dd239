/** Type to filter, arrows to choose, Enter to take, Esc to leave. Over marked words it stays for further tags. */
import Check from 'lucide-react/icons/check'
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '#client/ui/icon.tsx'
import { Kbd } from '#client/ui/keys.tsx'
import { type Choice, choicesFor, type Opened, type Taggable } from './tag-choices.ts'
import styles from './tag-menu.module.css'

interface TagMenuProps {
  readonly opened: Opened
  readonly records: readonly Taggable[]
  /** Ids or words that are on already; pressing one takes it off. */
  readonly on: ReadonlySet<string>
  readonly onPick: (choice: Choice, isOn: boolean) => void
  /** Esc or Backspace: what was typed goes back into the text. */
  readonly onClose: (typed: string) => void
  /** Something else has the focus now; what was typed goes back into the text all the same. */
  readonly onLeft: (typed: string) => void
}

export function TagMenu({ opened, records, on, onPick, onClose, onLeft }: TagMenuProps) {
  const { t } = useTranslation('call')
  const id = useId()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const input = useRef<HTMLInputElement>(null)
  const choices = useMemo(() => choicesFor(records, opened, typed), [records, opened, typed])
  const isOn = (choice: Choice) => choice.is === 'record' && on.has(choice.record.tag.ref)
  useEffect(() => {
    input.current?.focus({ preventScroll: true })
  }, [])
  useEffect(() => {
    document.getElementById(`${id}-${at}`)?.scrollIntoView?.({ block: 'nearest' })
  }, [id, at])

  const pick = (choice: Choice | undefined) => {
    if (!choice) return
    onPick(choice, !isOn(choice))
    setTyped('')
    setAt(0)
  }
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined && !event.ctrlKey)
      setAt((now) => (now + step + choices.length) % Math.max(1, choices.length))
    else if (event.key === 'Enter') pick(choices[at])
    else if (event.key === 'Escape') onClose(typed)
    else if (event.key === 'Backspace' && typed === '') onClose('')
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const sign = opened === 'any' ? '' : opened
  return (
    <div className={styles.tagger}>
      <span className={styles.entry}>
        {sign && <span aria-hidden="true">{sign}</span>}
        <input
          ref={input}
          className={styles.input}
          role="combobox"
          aria-label={t(`tag.entry.${opened}`)}
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={choices[at] ? `${id}-${at}` : undefined}
          autoComplete="off"
          spellCheck={false}
          value={typed}
          style={{ width: `${Math.max(opened === 'any' ? 12 : 3, typed.length + 1)}ch` }}
          placeholder={opened === 'any' ? t('tag.placeholder') : ''}
          onChange={(event) => {
            setTyped(event.target.value)
            setAt(0)
          }}
          onKeyDown={press}
          onBlur={() => onLeft(typed)}
        />
      </span>
      <div className={styles.list} role="listbox" id={`${id}-list`} aria-label={t(`tag.list.${opened}`)}>
        {choices.map((choice, index) => (
          <div
            key={choice.is === 'record' ? choice.record.tag.ref : `new ${choice.subject}`}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            className={`${styles.choice} ${index === at ? styles.current : ''} ${choice.is === 'new' ? styles.new : ''}`}
            onPointerDown={(event) => {
              event.preventDefault()
              pick(choice)
            }}
          >
            <span className={styles.label}>{labelOf(choice)}</span>
            {choice.is === 'record' && choice.record.subject !== 'stage' && opened !== '#' && (
              <span className={styles.subject}>{t(`tag.subject.${choice.record.subject}`)}</span>
            )}
            {isOn(choice) && <Icon of={Check} size="1rem" />}
            {isOn(choice) && <span className={styles.hidden}>{t('tag.isOn')}</span>}
            {index === at && <Kbd>{t('tag.enter')}</Kbd>}
          </div>
        ))}
        {choices.length === 0 && (
          <div className={styles.none} role="option" aria-selected="false" aria-disabled="true" tabIndex={-1}>
            {t('tag.none')}
          </div>
        )}
      </div>
    </div>
  )

  function labelOf(choice: Choice): string {
    return choice.is === 'record'
      ? choice.record.label
      : t(`tag.new.${choice.subject}`, { title: choice.title })
  }
}
