/** Changes one seat. Everyone their own name and function; the facilitator also role and seniority, and removing. */
import { type FormEvent, type ReactNode, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FunctionField } from '#client/features/people/function-field.tsx'
import { useCommand } from '#client/features/people/use-command.ts'
import type { Seniority } from '#client/features/people/use-seniority.ts'
import { useSession } from '#client/session/hooks.ts'
import { Button } from '#client/ui/button.tsx'
import { TextField } from '#client/ui/text-field.tsx'
import typography from '#client/ui/type.module.css'
import { type Role, roles, type Seat } from '#shared/record/schema.ts'
import styles from './people.module.css'

const LEVELS = [1, 2, 3, 4, 5] as const

export function PersonForm(props: {
  readonly seat: Seat
  readonly functions: readonly string[]
  readonly seniority: Seniority
  readonly onDone: () => void
}) {
  const { seat, functions, seniority, onDone } = props
  const { t } = useTranslation('room')
  const common = useTranslation('common').t
  const { isFacilitator } = useSession()
  const { run, isBusy, problem } = useCommand()
  const [name, setName] = useState(seat.name)
  const [functionName, setFunctionName] = useState(seat.functionName)
  const [role, setRole] = useState<Role>(seat.role)
  const [level, setLevel] = useState<number | null | undefined>(undefined)
  const [isRemoving, setRemoving] = useState(false)
  const shownLevel = level === undefined ? seniority.of(seat.id) : level
  const params = { seatId: seat.id }

  const save = async (event: FormEvent) => {
    event.preventDefault()
    const body = {
      ...(name !== seat.name && { name }),
      ...(functionName !== seat.functionName && { functionName }),
      ...(role !== seat.role && { role }),
      ...(level !== undefined && { seniority: level }),
    }
    if (!(await run('changeSeat', { params, body }))) return
    if (level !== undefined) seniority.keep(seat.id, level)
    onDone()
  }
  return (
    <form className={styles.form} aria-label={seat.name} onSubmit={(event) => void save(event)}>
      <TextField
        label={t('people.name')}
        value={name}
        maxLength={60}
        required
        autoComplete="off"
        onChange={setName}
      />
      <FunctionField value={functionName} functions={functions} onChange={setFunctionName} />
      {isFacilitator && (
        <>
          <Choice label={t('people.role')} value={role} onChange={(value) => setRole(value as Role)}>
            {roles.map((one) => (
              <option key={one} value={one}>
                {t(`people.roles.${one}`)}
              </option>
            ))}
          </Choice>
          <Choice
            label={t('people.seniority')}
            hint={t('people.seniorityHint')}
            value={String(shownLevel ?? '')}
            onChange={(value) => setLevel(value === '' ? null : Number(value))}
          >
            <option value="">{t('people.seniorityUnknown')}</option>
            {LEVELS.map((one) => (
              <option key={one} value={one}>
                {t(`people.level${one}`)}
              </option>
            ))}
          </Choice>
        </>
      )}
      {problem && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
      {isRemoving ? (
        <div className={styles.confirm}>
          <p>{t('people.removeLead', { name: seat.name })}</p>
          <div className={styles.buttons}>
            <Button onClick={() => setRemoving(false)}>{t('people.keep')}</Button>
            <Button kind="danger" notYet={isBusy} onClick={() => void run('removeSeat', { params })}>
              {t('people.removeYes')}
            </Button>
          </div>
        </div>
      ) : (
        <div className={styles.buttons}>
          <Button kind="primary" type="submit" notYet={isBusy}>
            {t('people.save')}
          </Button>
          <Button onClick={onDone}>{common('cancel')}</Button>
          {isFacilitator && (
            <Button kind="quiet" onClick={() => setRemoving(true)}>
              {t('people.remove')}
            </Button>
          )}
        </div>
      )}
      {role === 'facilitator' && seat.role !== 'facilitator' && (
        <p className={typography.meta}>{t('people.facilitatorHint')}</p>
      )}
    </form>
  )
}

function Choice(props: {
  readonly label: string
  readonly hint?: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly children: ReactNode
}) {
  const { label, hint, value, onChange, children } = props
  const id = useId()
  return (
    <div>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <select
        id={id}
        className={styles.select}
        value={value}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => onChange(event.target.value)}
      >
        {children}
      </select>
      {hint && (
        <p id={`${id}-hint`} className={typography.meta}>
          {hint}
        </p>
      )}
    </div>
  )
}
