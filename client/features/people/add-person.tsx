/** Adds somebody without a device: the facilitator enters their paper ballots at the desk of an open round (FA-9a). */
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FunctionField } from '#client/features/people/function-field.tsx'
import { useCommand } from '#client/features/people/use-command.ts'
import { Button } from '#client/ui/button.tsx'
import { TextField } from '#client/ui/text-field.tsx'
import { showToast } from '#client/ui/toast-store.ts'
import typography from '#client/ui/type.module.css'
import styles from './people.module.css'

export function AddPerson({ functions }: { readonly functions: readonly string[] }) {
  const { t } = useTranslation('room')
  const common = useTranslation('common').t
  const { run, isBusy, problem } = useCommand()
  const [isOpen, setOpen] = useState(false)
  const [name, setName] = useState('')
  const [functionName, setFunctionName] = useState('')

  const add = async (event: FormEvent) => {
    event.preventDefault()
    if (!(await run('addSeat', { body: { name, functionName } }))) return
    showToast({ kind: 'good', text: t('people.added', { name: name.trim() }) })
    setName('')
    setFunctionName('')
    setOpen(false)
  }
  if (!isOpen) return <Button onClick={() => setOpen(true)}>{t('people.add')}</Button>
  return (
    <form className={styles.form} aria-label={t('people.add')} onSubmit={(event) => void add(event)}>
      <p className={typography.meta}>{t('people.addLead')}</p>
      <TextField
        label={t('people.name')}
        value={name}
        maxLength={60}
        required
        autoComplete="off"
        onChange={setName}
      />
      <FunctionField value={functionName} functions={functions} onChange={setFunctionName} />
      {problem && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
      <div className={styles.buttons}>
        <Button kind="primary" type="submit" notYet={isBusy}>
          {common('add')}
        </Button>
        <Button onClick={() => setOpen(false)}>{common('cancel')}</Button>
      </div>
    </form>
  )
}
