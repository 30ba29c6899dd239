/** Type to filter, arrows to choose, Enter to put on or take off, as many as wanted, Esc to leave. */
import Check from 'lucide-react/icons/check'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type ThemeRow, useCoding } from '#client/features/coding/use-coding.ts'
import { useSession } from '#client/session/hooks.ts'
import { Button } from '#client/ui/button.tsx'
import { Icon } from '#client/ui/icon.tsx'
import { Kbd } from '#client/ui/keys.tsx'
import typography from '#client/ui/type.module.css'
import { type Tagged, tagNewTheme, tagTheme } from '#shared/interviews/coding-edits.ts'
import styles from './theme-menu.module.css'

interface ThemeMenuProps {
  readonly on: Tagged
  /** Themes that are on. */
  readonly onIds: readonly string[]
  /** By a key the focus goes back to where it came from. */
  readonly onClose: (isByKey: boolean) => void
}

export function ThemeMenu({ on, onIds, onClose }: ThemeMenuProps) {
  const { t } = useTranslation('coding')
  const session = useSession()
  const { themes } = useCoding()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const choices = choicesFor(themes, typed)
  useEffect(() => {
    input.current?.focus()
  }, [])
  useEffect(() => {
    document.getElementById(`${id}-${at}`)?.scrollIntoView?.({ block: 'nearest' })
  }, [id, at])
  const pick = (choice: Choice | undefined) => {
    if (!choice) return
    if (choice.theme === null) session.editInterviews(tagNewTheme, { on, label: choice.label })
    else
      session.editInterviews(tagTheme, {
        on,
        themeId: choice.theme,
        isOn: !onIds.includes(choice.theme),
      })
    setTyped('')
    setAt(0)
  }
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) setAt((now) => (now + step + choices.length) % Math.max(1, choices.length))
    else if (event.key === 'Enter') pick(choices[at])
    else if (event.key === 'Escape') onClose(true)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const wordsOf = ({ theme, label }: Choice) => (theme === null ? t('menu.new', { label }) : label)
  return (
    <div className={styles.menu}>
      <div className={styles.line}>
        <input
          ref={input}
          className={styles.input}
          role="combobox"
          aria-label={t('menu.entry')}
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={choices[at] ? `${id}-${at}` : undefined}
          autoComplete="off"
          maxLength={140}
          placeholder={t('menu.placeholder')}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value)
            setAt(0)
          }}
          onKeyDown={press}
        />
        <Button size="small" kind="quiet" onClick={() => onClose(true)}>
          {t('menu.close')}
        </Button>
      </div>
      <div className={styles.list} role="listbox" id={`${id}-list`} aria-label={t('menu.list')}>
        {choices.map((choice, index) => {
          const isOn = choice.theme !== null && onIds.includes(choice.theme)
          return (
            <div
              key={choice.theme ?? 'new'}
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === at}
              className={`${styles.choice} ${index === at ? styles.current : ''}`}
              onPointerDown={(event) => {
                event.preventDefault()
                pick(choice)
              }}
            >
              <span className={styles.label}>{wordsOf(choice)}</span>
              {isOn && <Icon of={Check} size="1rem" />}
              {isOn && <span className={typography.hidden}>{t('menu.isOn')}</span>}
              {index === at && <Kbd>{t('menu.enter')}</Kbd>}
            </div>
          )
        })}
        {choices.length === 0 && (
          <div className={styles.none} role="option" aria-selected="false" aria-disabled="true" tabIndex={-1}>
            {t('menu.none')}
          </div>
        )}
      </div>
      <p className={typography.meta}>{t('menu.help')}</p>
    </div>
  )
}

interface Choice {
  /** Null: it is to be made. */
  readonly theme: string | null
  readonly label: string
}

/** Labels that begin with what was typed, then those that have it inside, then making it. */
function choicesFor(themes: readonly ThemeRow[], typed: string): Choice[] {
  const wanted = typed.trim().toLocaleLowerCase()
  const labelled = themes.map(({ id, label, merged }) => ({
    theme: id,
    label,
    all: [label, ...merged.map((one) => one.label)].map((one) => one.toLocaleLowerCase()),
  }))
  const begins = labelled.filter(({ all }) => all.some((one) => one.startsWith(wanted)))
  const inside = labelled.filter(
    (one) => !begins.includes(one) && one.all.some((label) => label.includes(wanted)),
  )
  const isThere = labelled.some(({ all }) => all.includes(wanted))
  return [
    ...[...begins, ...inside].map(({ theme, label }) => ({ theme, label })),
    ...(wanted === '' || isThere ? [] : [{ theme: null, label: typed.trim() }]),
  ]
}
