/** Name and function: all that is asked of anyone. A link that only watches asks for the name alone. */
import { type FormEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { keepOwnName, ownName } from '#client/lib/me.ts'
import { useProblemText } from '#client/lib/problem-text.ts'
import type { CommandProblem } from '#client/session/api.ts'
import { call } from '#client/session/call.ts'
import { Button } from '#client/ui/button.tsx'
import { TextField } from '#client/ui/text-field.tsx'
import type { Lead } from './code-entry.tsx'
import { FunctionTiles } from './function-tiles.tsx'
import styles from './join.module.css'

const NAME_MAX = 60

/** What brought the person here. */
export type Key = { readonly code: string } | { readonly token: string }

interface WhoFormProps {
  readonly joinBy: Key
  readonly lead: Lead
  /** With the name as it was typed: who shares it with someone in the room goes by another one there. */
  readonly onSeated: (workshopId: string, typedName: string) => void
}

export function WhoForm({ joinBy, lead, onSeated }: WhoFormProps) {
  const { t } = useTranslation('join')
  const problemText = useProblemText()
  const nameField = useRef<HTMLInputElement>(null)
  const [name, setName] = useState(ownName)
  const [functionName, setFunctionName] = useState('')
  const [tried, setTried] = useState(false)
  const [going, setGoing] = useState(false)
  const [problem, setProblem] = useState<CommandProblem | null>(null)
  const votes = lead.role === 'member' || lead.role === 'facilitator'
  const nameFault =
    name.trim() === '' ? t('nameMissing') : name.trim().length > NAME_MAX ? t('nameTooLong') : ''
  const functionFault = lead.role === 'member' && functionName.trim() === '' ? t('functionMissing') : ''

  const enter = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (nameFault) return nameField.current?.focus()
    if (functionFault || going) return
    setGoing(true)
    const seated = await call('join', {
      body: {
        ...joinBy,
        name: name.trim(),
        ...(functionName.trim() && { functionName: functionName.trim() }),
      },
    })
    setGoing(false)
    if (!seated.ok) return setProblem(seated.problem)
    keepOwnName(name.trim())
    onSeated(seated.reply.workshopId, name.trim())
  }

  return (
    <form className={styles.form} onSubmit={(event) => void enter(event)} noValidate>
      <div className={styles.body}>
        <h1 className={styles.title}>{t('whoTitle')}</h1>
        <p className={styles.lead}>{lead.title}</p>
        <TextField
          ref={nameField}
          size="large"
          label={t('yourName')}
          value={name}
          onChange={setName}
          error={tried && nameFault}
          autoComplete="name"
          autoFocus={name === ''}
          enterKeyHint="next"
        />
        {votes && (
          <FunctionTiles
            names={lead.functions}
            value={functionName}
            onChange={setFunctionName}
            fault={tried ? functionFault : ''}
          />
        )}
        <p className={styles.reassurance}>{votes ? t('reassurance') : t('watching')}</p>
      </div>
      <div className={styles.foot}>
        {problem && (
          <p className={styles.problem} role="alert">
            {problemText(problem)}
          </p>
        )}
        <Button type="submit" kind="primary" size="huge" wide>
          {going ? t('goingIn') : t('in')}
        </Button>
      </div>
    </form>
  )
}
