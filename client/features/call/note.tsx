/** One note: the editor, the menus over it, and their words that stand in no note. */
import '@fontsource-variable/source-serif-4/wght-italic.css'
import type { EditorView } from '@codemirror/view'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNotesSession } from '#client/session/hooks.ts'
import { type Marked, mountNote } from '#client/session/note-editor.ts'
import { Kbd } from '#client/ui/keys.tsx'
import { showToast } from '#client/ui/toast-store.ts'
import { tagsOf } from '#shared/interviews/quote-edits.ts'
import { LooseQuotes } from './loose-quotes.tsx'
import styles from './note.module.css'
import { type NoteEvents, noteView, quoteAt, type Span, tagWordsChanged } from './note-view.ts'
import type { Choice, Opened } from './tag-choices.ts'
import { TagMenu } from './tag-menu.tsx'
import { useTagWords } from './use-tag-words.ts'
import { type TagTarget, useTaggables, useTagging } from './use-tags.ts'

interface Tagging {
  readonly span: Span | null
  readonly quoteId: string | null
  readonly opened: Opened
  /** Put into the text again when nothing was chosen. */
  readonly typed: string
  readonly left: number
  readonly top: number
}

interface NoteProps {
  readonly answerId: string
  readonly interviewId: string
  readonly label: string
  readonly isFirst: boolean
  readonly onTyped: () => void
}

export function Note({ answerId, interviewId, label, isFirst, onTyped }: NoteProps) {
  const { t } = useTranslation('call')
  const session = useNotesSession()
  const wrapper = useRef<HTMLDivElement>(null)
  const host = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView | null>(null)
  const [isShown, setShown] = useState(false)
  const [isEmpty, setEmpty] = useState(false)
  const [marks, setMarks] = useState<readonly Marked[]>([])
  const [tagging, setTagging] = useState<Tagging | null>(null)
  const [selected, setSelected] = useState<{ left: number; top: number } | null>(null)
  const span = useRef<Span | null>(null)
  const records = useTaggables()
  const words = useTagWords(records)
  const tag = useTagging(interviewId)
  const mayWrite = session.mayEditInterviews

  const isTagging = useRef(false)
  const unsay = useRef(() => {})
  const openAt = useCallback((at: Omit<Tagging, 'left' | 'top'>) => {
    const [editor, box] = [view.current, wrapper.current]
    if (!editor || !box) return
    span.current = at.span
    isTagging.current = true
    setSelected(null)
    setTagging({ ...at, ...placeBelow(editor, box, at) })
  }, [])
  const openAtRef = useRef(openAt)
  openAtRef.current = openAt
  const typedRef = useRef(onTyped)
  typedRef.current = onTyped

  const events = useMemo<NoteEvents>(
    () => ({
      onTag: (at, opened, typed) => openAtRef.current({ span: at, quoteId: null, opened, typed }),
      onTagQuote: (quoteId) => openAtRef.current({ span: null, quoteId, opened: 'any', typed: '' }),
      onSelect: (at, byPointer) => {
        if (at && byPointer) openAtRef.current({ span: at, quoteId: null, opened: 'any', typed: '' })
        else
          setSelected(
            at && view.current && wrapper.current ? below(view.current, wrapper.current, at.to) : null,
          )
      },
      onMoved: (move) => {
        span.current = span.current && move(span.current)
        setEmpty(view.current?.state.doc.length === 0)
      },
    }),
    [],
  )
  useEffect(() => {
    if (!host.current) return
    return mountNote(session, host.current, {
      answerId,
      label,
      extensions: noteView(events),
      onView: (made) => {
        view.current = made
        setShown(made !== null)
        setEmpty(made?.state.doc.length === 0)
        if (made && isFirst) made.focus()
      },
      onMarks: setMarks,
      onTyped: () => typedRef.current(),
      onFull: () => {
        unsay.current()
        unsay.current = showToast({ kind: 'problem', text: t('note.full') })
      },
    })
  }, [session, answerId, label, events, isFirst, t])
  useEffect(() => {
    if (isShown) view.current?.dispatch({ effects: tagWordsChanged.of(({ quote }) => words(quote)) })
  }, [words, isShown])

  // What was typed and made no tag is theirs: it goes into the note, also when the focus went elsewhere.
  const leave = (typed: string) => {
    const at = tagging
    setTagging(null)
    const editor = view.current
    if (!editor || !at || !isTagging.current) return
    isTagging.current = false
    const text = at.typed === '' ? '' : at.typed + typed
    const { from, to } = editor.state.selection.main
    if (text !== '') {
      editor.dispatch({
        changes: { from, to, insert: text },
        selection: { anchor: from + text.length },
        userEvent: 'input.type',
      })
    }
  }
  const close = (typed: string) => {
    leave(typed)
    view.current?.focus()
  }
  const pick = (choice: Choice, isOn: boolean) => {
    if (!tagging) return
    const target: TagTarget | null =
      tagging.quoteId !== null ? { quoteId: tagging.quoteId } : span.current && { answerId, ...span.current }
    const quoteId = target && tag(target, choice, isOn)
    if (tagging.opened === 'any') setTagging({ ...tagging, quoteId })
    else {
      isTagging.current = false
      setTagging(null)
      view.current?.focus()
    }
  }
  const on = useMemo(() => {
    const editor = view.current
    const id = tagging?.quoteId ?? (editor && tagging?.span ? quoteAt(editor, tagging.span)?.id : undefined)
    const quote = marks.find((one) => one.quote.id === id)?.quote
    return new Set(quote ? tagsOf(quote).map(({ ref }) => ref) : [])
  }, [marks, tagging])

  return (
    <>
      <div ref={wrapper} className={styles.note}>
        {isEmpty && <p className={styles.placeholder}>{t(mayWrite ? 'note.empty' : 'note.nothing')}</p>}
        <div ref={host} />
        {tagging && (
          <div className={styles.floating} style={{ left: tagging.left, top: tagging.top }}>
            <TagMenu
              key={`${tagging.opened} ${tagging.span?.from} ${tagging.span?.to}`}
              opened={tagging.opened}
              records={records}
              on={on}
              onPick={pick}
              onClose={close}
              onLeft={leave}
            />
          </div>
        )}
        {selected && mayWrite && !tagging && (
          <button
            type="button"
            className={styles.hint}
            style={selected}
            tabIndex={-1}
            onPointerDown={(event) => {
              event.preventDefault()
              const main = view.current?.state.selection.main
              if (main) events.onTag({ from: main.from, to: main.to }, 'any', '')
            }}
          >
            <Kbd>T</Kbd> {t('tag.bar')}
          </button>
        )}
      </div>
      <LooseQuotes marks={marks} words={words} />
    </>
  )
}

/** Under the end of the words, or after what they are already about. */
function placeBelow(
  editor: EditorView,
  box: HTMLElement,
  { span, quoteId }: Pick<Tagging, 'span' | 'quoteId'>,
): { left: number; top: number } {
  const id = quoteId ?? (span ? quoteAt(editor, span)?.id : undefined)
  const chips = id === undefined ? [] : [...box.querySelectorAll(`button[data-quote="${CSS.escape(id)}"]`)]
  const chip = chips.at(-1)?.getBoundingClientRect()
  const from = box.getBoundingClientRect()
  if (chip) {
    const left = chip.right - from.left + 10
    const isRoom = left + 120 < from.width
    return { left: isRoom ? left : 14, top: (isRoom ? chip.top : chip.bottom + 6) - from.top }
  }
  if (!span) return { left: 14, top: 0 }
  const { left, top } = below(editor, box, span.to)
  return { left: editor.state.selection.main.empty ? 14 : left, top }
}

function below(editor: EditorView, box: HTMLElement, at: number): { left: number; top: number } {
  const from = box.getBoundingClientRect()
  const end = editor.coordsAtPos(Math.min(at, editor.state.doc.length))
  if (!end) return { left: 14, top: 0 }
  return {
    left: Math.max(0, Math.min(end.left - from.left - 60, from.width - 260)),
    top: end.bottom - from.top + 6,
  }
}
