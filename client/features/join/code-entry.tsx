/** The code on the screen, typed: asks the server where it leads, and says in place when it leads nowhere. */
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemText } from '#client/lib/problem-text.ts'
import type { CommandProblem } from '#client/session/api.ts'
import { call } from '#client/session/call.ts'
import { Button } from '#client/ui/button.tsx'
import { CodeInput, cellsOf } from '#client/ui/code-input.tsx'
import type { ReplyOf } from '#shared/protocol/calls.ts'
import styles from './code-entry.module.css'

/** Where a code or link leads. */
export type Lead = ReplyOf<'checkCode'>

interface CodeEntryProps {
  readonly onFound: (code: string, lead: Lead) => void
  /** Letters that are already there, with what was wrong with them. */
  readonly initial?: { readonly code: string; readonly problem: CommandProblem }
  readonly autoFocus?: boolean
}

/** What is wrong with the letters themselves, and not with the line or the room. */
const wrongLetters: ReadonlySet<string> = new Set(['no-such-code', 'code-changed', 'bad-request'])

export function CodeEntry({ onFound, initial, autoFocus = false }: CodeEntryProps) {
  const { t } = useTranslation('join')
  const home = useTranslation('home').t
  const problemText = useProblemText()
  const noteId = useId()
  const [cells, setCells] = useState(() => cellsOf(initial?.code ?? ''))
  const [problem, setProblem] = useState(initial?.problem ?? null)
  const [checking, setChecking] = useState(false)
  const code = cells.join('')
  const isFull = cells.every((cell) => cell !== '')

  const check = async (full: string) => {
    setChecking(true)
    setProblem(null)
    const found = await call('checkCode', { body: { code: full } })
    setChecking(false)
    if (found.ok) onFound(full, found.reply)
    else setProblem(found.problem)
  }

  return (
    <div>
      <CodeInput
        cells={cells}
        busy={checking}
        invalid={problem !== null && wrongLetters.has(problem.code)}
        autoFocus={autoFocus}
        describedBy={noteId}
        onChange={(next) => {
          setCells(next)
          setProblem(null)
        }}
        onComplete={(full) => void check(full)}
      />
      <p id={noteId} className={problem ? styles.problem : styles.note} role="status">
        {problem ? problemText(problem) : t(checking ? 'checking' : 'codeAlphabet')}
      </p>
      <Button
        size="large"
        wide
        kind={isFull ? 'primary' : 'default'}
        notYet={isFull ? false : home('joinNotYet')}
        onClick={() => void check(code)}
      >
        {home('join')}
      </Button>
    </div>
  )
}
