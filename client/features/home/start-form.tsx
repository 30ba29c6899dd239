/** Starting a workshop: a name for it and one for who leads. Everything else can be said inside. */
import { type FormEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { keepOwnName, ownName } from '#client/lib/me.ts'
import { useProblemText } from '#client/lib/problem-text.ts'
import { namesProduct } from '#client/lib/same-product.ts'
import { call } from '#client/session/call.ts'
import { type KnownWorkshop, useKnownWorkshops } from '#client/session/workshops.ts'
import { Button } from '#client/ui/button.tsx'
import { Switch } from '#client/ui/switch.tsx'
import { TextField } from '#client/ui/text-field.tsx'
import styles from './home.module.css'

export function StartForm({ onCancel }: { readonly onCancel: () => void }) {
  const { t } = useTranslation('home')
  const common = useTranslation('common').t
  const problemText = useProblemText()
  const navigate = useNavigate()
  const [title, setTitle] = useState('')
  const [name, setName] = useState(ownName)
  const [tried, setTried] = useState(false)
  const [opening, setOpening] = useState(false)
  const [fault, setFault] = useState('')
  const former = useFormer(title)
  const [wantsFormer, setWantsFormer] = useState(false)
  const [carryActions, setCarry] = useState(true)
  const from = wantsFormer ? former : null
  const titleField = useRef<HTMLInputElement>(null)
  const nameField = useRef<HTMLInputElement>(null)

  const start = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (title.trim() === '') return titleField.current?.focus()
    if (from === null && name.trim() === '') return nameField.current?.focus()
    if (opening) return
    setOpening(true)
    const opened = from
      ? await call('repeatWorkshop', {
          params: { workshopId: from.workshopId },
          body: { title: title.trim(), carryActions },
        })
      : await call('createWorkshop', {
          body: { title: title.trim(), facilitator: { name: name.trim() }, from: 'blank' },
        })
    setOpening(false)
    if (!opened.ok) return setFault(problemText(opened.problem))
    if (from === null) keepOwnName(name.trim())
    void navigate(`/w/${opened.reply.workshopId}/scene`)
  }

  return (
    <form className={styles.start} onSubmit={(event) => void start(event)} noValidate>
      <h2 className={styles.startTitle}>{t('startForm.title')}</h2>
      <TextField
        ref={titleField}
        label={t('startForm.workshop')}
        hint={t('startForm.workshopHint')}
        error={tried && title.trim() === '' && t('startForm.titleMissing')}
        value={title}
        onChange={setTitle}
        maxLength={120}
        autoFocus
      />
      {former && (
        <Switch
          checked={wantsFormer}
          onChange={setWantsFormer}
          label={t('startForm.again', { title: former.title })}
          hint={t('startForm.againHint', { product: former.product, name: former.view?.seat.name ?? '' })}
        />
      )}
      {from?.plan && from.plan.open > 0 && (
        <Switch
          checked={carryActions}
          onChange={setCarry}
          label={t('startForm.carry', { count: from.plan.open })}
        />
      )}
      {from === null && (
        <TextField
          ref={nameField}
          label={t('startForm.name')}
          placeholder={t('startForm.namePlaceholder')}
          error={tried && name.trim() === '' && t('startForm.nameMissing')}
          value={name}
          onChange={setName}
          maxLength={60}
          autoComplete="name"
        />
      )}
      {fault && (
        <p className={styles.fault} role="alert">
          {fault}
        </p>
      )}
      <div className={styles.actions}>
        <Button type="submit" kind="primary" size="large">
          {opening ? t('startForm.opening') : t('startForm.go')}
        </Button>
        <Button kind="quiet" size="large" onClick={onCancel}>
          {common('cancel')}
        </Button>
      </div>
    </form>
  )
}

/** The newest workshop on the product that is typed, if one leads it on this device (AC-6a). */
function useFormer(title: string): KnownWorkshop | null {
  const known = useKnownWorkshops()
  return known.find((one) => one.view?.seat.role === 'facilitator' && namesProduct(title, one)) ?? null
}
