/**
 * Six characters in two threes. Takes lower case and pasted codes with spaces or dashes, leaves out what codes
 * never use, and hands a full code over by itself. A wrong code keeps its letters, and the first gets the focus.
 */
import { type ClipboardEvent, type KeyboardEvent, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { CODE_ALPHABET, CODE_LENGTH, normalizeCode } from '#shared/protocol/join-code.ts'
import styles from './code-input.module.css'

interface CodeInputProps {
  /** One entry a cell, empty where nothing is typed yet (`cellsOf`). */
  readonly cells: readonly string[]
  readonly onChange: (cells: readonly string[]) => void
  readonly onComplete: (code: string) => void
  readonly invalid?: boolean
  readonly busy?: boolean
  readonly autoFocus?: boolean
  /** Id of the sentence that says what is wrong. */
  readonly describedBy?: string
}

const places = Array.from({ length: CODE_LENGTH }, (_, place) => place)

/** Who corrects a full code may change more than one letter: it is handed over when the typing has paused. */
const CORRECTING_MS = 700

const isFull = (cells: readonly string[]): boolean => cells.every((cell) => cell !== '')

/** A code as typed, one character a cell. */
export function cellsOf(typed: string): readonly string[] {
  const allowed = [...normalizeCode(typed)].filter((character) => CODE_ALPHABET.includes(character))
  return places.map((place) => allowed[place] ?? '')
}

export function CodeInput(props: CodeInputProps) {
  const { cells, onChange, onComplete, invalid = false, busy = false, autoFocus = false, describedBy } = props
  const { t } = useTranslation('join')
  const inputs = useRef<(HTMLInputElement | null)[]>([])
  const settling = useRef<ReturnType<typeof setTimeout>>(undefined)
  const latest = useRef(onComplete)
  latest.current = onComplete
  const focus = (place: number) => inputs.current[Math.max(0, Math.min(place, CODE_LENGTH - 1))]?.focus()

  useEffect(() => {
    if (autoFocus) inputs.current[0]?.focus({ preventScroll: true })
  }, [autoFocus])
  useEffect(() => {
    if (invalid) inputs.current[0]?.focus()
  }, [invalid])

  useEffect(() => () => clearTimeout(settling.current), [])

  const set = (next: readonly string[], isWhole = false) => {
    onChange(next)
    clearTimeout(settling.current)
    if (!isFull(next)) return
    if (isFull(cells) && !isWhole)
      settling.current = setTimeout(() => latest.current(next.join('')), CORRECTING_MS)
    else onComplete(next.join(''))
  }

  /** Several characters at once come from pasting, or from keyboards that complete words. */
  const type = (place: number, typed: string) => {
    const characters = cellsOf(typed).filter((cell) => cell !== '')
    if (characters.length === 0) return
    set(
      cells.map((cell, i) => characters[i - place] ?? cell),
      characters.length === CODE_LENGTH,
    )
    focus(place + characters.length)
  }

  const change = (place: number, value: string) => {
    if (value === '') return set(cells.with(place, ''))
    const before = cells[place] ?? ''
    type(place, before !== '' && value.length === 2 ? value.replace(before, '') || before : value)
  }

  const paste = (place: number, event: ClipboardEvent) => {
    event.preventDefault()
    const whole = cellsOf(event.clipboardData.getData('text'))
    type(isFull(whole) ? 0 : place, whole.join(''))
  }

  const press = (place: number, event: KeyboardEvent) => {
    const moves: Record<string, number> = {
      ArrowLeft: place - 1,
      ArrowRight: place + 1,
      Home: 0,
      End: CODE_LENGTH,
    }
    const target = moves[event.key]
    if (target !== undefined) {
      event.preventDefault()
      focus(target)
    } else if (event.key === 'Backspace' && cells[place] === '') {
      event.preventDefault()
      set(cells.with(Math.max(0, place - 1), ''))
      focus(place - 1)
    } else if (event.key === 'Enter' && isFull(cells)) {
      clearTimeout(settling.current)
      onComplete(cells.join(''))
    }
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a legend where the heading already says it
    <div className={styles.code} role="group" aria-label={t('codeGroup')} aria-describedby={describedBy}>
      {places.map((place) => (
        <input
          key={place}
          ref={(element) => {
            inputs.current[place] = element
          }}
          className={styles.cell}
          value={cells[place] ?? ''}
          aria-label={t('codeCell', { place: place + 1, of: CODE_LENGTH })}
          aria-invalid={invalid || undefined}
          readOnly={busy}
          inputMode="text"
          autoCapitalize="characters"
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          enterKeyHint="go"
          onChange={(event) => change(place, event.target.value)}
          onPaste={(event) => paste(place, event)}
          onKeyDown={(event) => press(place, event)}
          onFocus={(event) => event.target.select()}
        />
      ))}
    </div>
  )
}
