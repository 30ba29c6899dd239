/** Repeating a workshop: what comes over and what stays, in plain words, before a new one is opened (R102). */
import { type FormEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { plainDay } from '#client/lib/plain-day.ts'
import { useProblemText } from '#client/lib/problem-text.ts'
import { useDerived, useSession, useSingle } from '#client/session/hooks.ts'
import { Button } from '#client/ui/button.tsx'
import { Dialog } from '#client/ui/dialog.tsx'
import { Switch } from '#client/ui/switch.tsx'
import { TextField } from '#client/ui/text-field.tsx'
import { addDays, dayAt } from '#shared/board/due-date.ts'
import { actions, knowledgeGaps, scene } from '#shared/board/schema.ts'
import { promisedFrom } from '#shared/reality/look-again.ts'
import { liveActions } from '#shared/reality/plan.ts'
import styles from './former.module.css'

const LONGEST = 120
const DAYS = 90

export function RepeatDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('former')
  const common = useTranslation('common').t
  const session = useSession()
  const problemText = useProblemText()
  const navigate = useNavigate()
  const own = useSingle(scene).title || session.view.title
  const [title, setTitle] = useState(() => t('repeat.again', { title: own }).slice(0, LONGEST))
  const [carryActions, setCarry] = useState(true)
  const [tried, setTried] = useState(false)
  const [opening, setOpening] = useState(false)
  const [fault, setFault] = useState('')
  const titleField = useRef<HTMLInputElement>(null)
  const open = useDerived(actions, (all) => liveActions(all).filter(({ status }) => status !== 'done').length)
  const gaps = useDerived(
    knowledgeGaps,
    (all) => all.filter(({ status, binned }) => status !== 'answered' && !binned).length,
  )

  const start = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (title.trim() === '') return titleField.current?.focus()
    if (opening) return
    setOpening(true)
    const opened = await session.command('repeatWorkshop', { body: { title: title.trim(), carryActions } })
    setOpening(false)
    if (!opened.ok) return setFault(problemText(opened.problem))
    onClose()
    void navigate(`/w/${opened.reply.workshopId}/scene`)
  }

  return (
    <Dialog title={t('repeat.title')} onClose={onClose}>
      <form className={styles.dialog} onSubmit={(event) => void start(event)} noValidate>
        <p>
          {t('repeat.lead')} <GoodDay />
        </p>
        <TextField
          ref={titleField}
          label={t('repeat.name')}
          error={tried && title.trim() === '' && t('repeat.nameMissing')}
          value={title}
          onChange={setTitle}
          maxLength={LONGEST}
          data-first-focus
        />
        <section>
          <h3>{t('repeat.over')}</h3>
          <ul>
            <li>{t('repeat.overList')}</li>
            <li>{t('repeat.figures')}</li>
          </ul>
        </section>
        {open + gaps > 0 && (
          <Switch
            checked={carryActions}
            onChange={setCarry}
            label={t('repeat.carry')}
            hint={t('repeat.carryHint', {
              actions: t('repeat.actions', { count: open }),
              gaps: t('repeat.gaps', { count: gaps }),
            })}
          />
        )}
        <section>
          <h3>{t('repeat.not')}</h3>
          <p>{t('repeat.notList')}</p>
        </section>
        {fault && (
          <p className={styles.fault} role="alert">
            {fault}
          </p>
        )}
        <div className={styles.acts}>
          <Button type="submit" kind="primary" size="large" aria-busy={opening}>
            {opening ? t('repeat.going') : t('repeat.go')}
          </Button>
          <Button kind="quiet" size="large" onClick={onClose}>
            {common('cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

/** Nothing while nothing was promised. */
function GoodDay() {
  const { t, i18n } = useTranslation('former')
  const session = useSession()
  const timeZone = useSingle(scene).timezone
  const from = useDerived(actions, (all) => promisedFrom(liveActions(all)))
  if (from === null) return null
  const day = addDays(from, DAYS)
  const isPast = day < dayAt(session.serverNow(), timeZone)
  return <>{t(isPast ? 'repeat.dayPast' : 'repeat.day', { day: plainDay(day, i18n.language) })}</>
}
