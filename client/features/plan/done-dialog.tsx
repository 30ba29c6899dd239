/** "Did it settle the question?", when an action is done that was to close one. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePlan } from '#client/features/plan/plan-context.tsx'
import { useSession } from '#client/session/hooks.ts'
import { Button } from '#client/ui/button.tsx'
import { Dialog } from '#client/ui/dialog.tsx'
import { showToast } from '#client/ui/toast-store.ts'
import typography from '#client/ui/type.module.css'
import { type Action, finishAction, type Settled } from '#shared/board/action-edits.ts'
import styles from './dialogs.module.css'

/** Marks an action done, and says so with the way back. */
export function useFinish() {
  const { t } = useTranslation('plan')
  const { t: common } = useTranslation('common')
  const session = useSession()
  return (action: Action, settled: Settled | null, cardIds: readonly string[]) => {
    session.edit(finishAction, { id: action.id, settled, cardIds })
    const step = session.lastStep
    const takeBack = () => {
      if (!session.undo(step)) showToast({ kind: 'note', text: t('done.notUndone') })
    }
    showToast({
      kind: 'undo',
      text: t('done.toast', { title: action.title }),
      action: { label: common('undo'), run: takeBack },
    })
  }
}

const answers = ['yes', 'partly', 'no'] as const

export function DoneDialog({ action, onClose }: { readonly action: Action; readonly onClose: () => void }) {
  const { t } = useTranslation('plan')
  const { linkOf } = usePlan()
  const finish = useFinish()
  const asked = action.links.map(linkOf).filter(({ kind }) => kind === 'question' || kind === 'skepticism')
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const settle = (settled: Settled | null) => {
    finish(
      action,
      settled,
      asked.flatMap(({ id }) => (left.has(id) ? [] : [id])),
    )
    onClose()
  }
  const toggle = (id: string) => {
    const next = new Set(left)
    if (!next.delete(id)) next.add(id)
    setLeft(next)
  }
  return (
    <Dialog title={t('done.title')} onClose={onClose}>
      <p className={typography.meta}>{t('done.of', { title: action.title })}</p>
      <fieldset className={styles.asked}>
        <legend>{t('done.which')}</legend>
        {asked.map(({ id, title }) => (
          <label key={id}>
            <input type="checkbox" checked={!left.has(id)} onChange={() => toggle(id)} />
            {title}
          </label>
        ))}
      </fieldset>
      <p className={styles.note}>{t('done.note')}</p>
      <div className={styles.buttons}>
        {answers.map((one) => (
          <Button
            key={one}
            kind={one === 'yes' ? 'primary' : 'default'}
            data-first-focus={one === 'yes' ? '' : undefined}
            onClick={() => settle(one)}
          >
            {t(`done.${one}`)}
          </Button>
        ))}
        <Button kind="quiet" onClick={() => settle(null)}>
          {t('done.later')}
        </Button>
      </div>
    </Dialog>
  )
}
