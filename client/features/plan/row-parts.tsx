/** What a row of the table and a card of the phone have in common: done, who has it in hand, its state, all of it. */
import ChevronRight from 'lucide-react/icons/chevron-right'
import type { FocusEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { TitleCell } from '#client/features/plan/cells.tsx'
import { usePlan } from '#client/features/plan/plan-context.tsx'
import { firstName } from '#client/lib/first-name.ts'
import { useSession, useWhoHas } from '#client/session/hooks.ts'
import { Button } from '#client/ui/button.tsx'
import { Icon } from '#client/ui/icon.tsx'
import { type Action, changeAction } from '#shared/board/action-edits.ts'
import styles from './row-parts.module.css'

/** Tells others which action is in hand, as long as one of its fields is. */
export function useRowPresence(id: string) {
  const session = useSession()
  return {
    onFocus: () => session.setPresence({ focus: id, editing: true }),
    onBlur: (event: FocusEvent<HTMLElement>) => {
      if (!event.currentTarget.contains(event.relatedTarget))
        session.setPresence({ focus: null, editing: false })
    },
  }
}

export function DoneMark({ action }: { readonly action: Action }) {
  const { t } = useTranslation('plan')
  const session = useSession()
  const { finish } = usePlan()
  const { id, title, status } = action
  const isDone = status === 'done'
  return (
    <button
      type="button"
      className={styles.done}
      data-status={status}
      aria-label={t(isDone ? 'reopen' : 'markDone', { title })}
      title={t(isDone ? 'reopen' : 'markDone', { title })}
      onClick={() =>
        isDone ? session.edit(changeAction, { id, changes: { status: 'open' } }) : finish(action)
      }
    >
      <svg viewBox="0 0 20 20" aria-hidden="true">
        <circle cx="10" cy="10" r="8" />
        {status === 'in_progress' && <path className={styles.half} d="M10 2a8 8 0 000 16z" />}
        {isDone && <path d="M6 10.4l2.7 2.7 5.4-6" />}
      </svg>
    </button>
  )
}

/** Its title, to be written in, and under it what has to be known of it. */
export function TitleAndState({ action }: { readonly action: Action }) {
  const { t } = useTranslation('plan')
  const { mayEdit } = usePlan()
  const { status } = action
  return (
    <span className={styles.what}>
      {mayEdit ? <TitleCell action={action} /> : <b className={styles.read}>{action.title}</b>}
      {status !== 'open' && <span className={styles.state}>{t(`status.${status}`)}</span>}
      <Holder id={action.id} />
    </span>
  )
}

function Holder({ id }: { readonly id: string }) {
  const { t } = useTranslation('plan')
  const [holder] = useWhoHas(id)
  if (!holder) return null
  return (
    <span className={styles.holder}>
      {t(holder.editing ? 'presence.editing' : 'presence.here', { name: firstName(holder.name) })}
    </span>
  )
}

export function OpenButton({ action }: { readonly action: Action }) {
  const { t } = useTranslation('plan')
  const { open } = usePlan()
  return (
    <Button
      kind="quiet"
      size="small"
      square
      aria-label={t('openOf', { title: action.title })}
      title={t('openTitle')}
      onClick={() => open(action.id)}
    >
      <Icon of={ChevronRight} size="1rem" />
    </Button>
  )
}
