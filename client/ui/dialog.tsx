/** A sheet over the page: traps the focus, closes with Esc and gives the focus back, as the browser does it. */
import X from 'lucide-react/icons/x'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './button.tsx'
import styles from './dialog.module.css'
import { Icon } from './icon.tsx'

interface DialogProps {
  readonly title: ReactNode
  readonly onClose: () => void
  /** For tables. */
  readonly isWide?: boolean
  readonly children: ReactNode
}

export function Dialog({ title, onClose, isWide = false, children }: DialogProps) {
  const { t } = useTranslation('common')
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    dialog.current?.showModal()
    // What it is opened for; without any, the browser takes the first thing that can have the focus.
    dialog.current?.querySelector<HTMLElement>('[data-first-focus]')?.focus()
  }, [])
  return (
    <dialog
      ref={dialog}
      className={isWide ? `${styles.dialog} ${styles.wide}` : styles.dialog}
      aria-labelledby={id}
      onClose={onClose}
    >
      <div className={styles.head}>
        <h2 id={id} className={styles.title}>
          {title}
        </h2>
        <Button kind="quiet" square aria-label={t('close')} onClick={() => dialog.current?.close()}>
          <Icon of={X} size="1.25rem" />
        </Button>
      </div>
      {children}
    </dialog>
  )
}
