/**
 * A panel at the right with a few tabs: beside the page where there is room, over it where there is none, and then it
 * keeps the focus. Esc closes it; the focus goes back to where it was.
 */
import X from 'lucide-react/icons/x'
import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useMedia } from '#client/lib/media.ts'
import { Button } from './button.tsx'
import styles from './drawer.module.css'
import { Icon } from './icon.tsx'
import segments from './segments.module.css'

interface Tab<T extends string> {
  readonly name: T
  readonly label: string
  readonly count?: number
}

export function Drawer<T extends string>(props: {
  readonly label: string
  readonly tabs: readonly Tab<T>[]
  readonly at: T
  readonly onGo: (tab: T) => void
  readonly onClose: () => void
  readonly children: ReactNode
}) {
  const { label, tabs, at, onGo, onClose, children } = props
  const { t } = useTranslation('common')
  const isBeside = useMedia('(min-width: 1200px)')
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const panel = dialog.current
    const before = document.activeElement
    if (isBeside) panel?.show()
    else panel?.showModal()
    panel?.querySelector<HTMLElement>('[aria-current="true"]')?.focus()
    return () => {
      panel?.close()
      if (before instanceof HTMLElement) before.focus()
    }
  }, [isBeside])
  return (
    <dialog
      ref={dialog}
      className={isBeside ? styles.beside : styles.over}
      aria-label={label}
      onCancel={onClose}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) {
          event.preventDefault()
          onClose()
        }
      }}
    >
      <div className={styles.head}>
        <nav className={segments.segments} aria-label={label}>
          {tabs.map(({ name, label: words, count }) => (
            <button
              key={name}
              type="button"
              className={segments.segment}
              aria-current={name === at ? 'true' : undefined}
              onClick={() => onGo(name)}
            >
              {words} {count}
            </button>
          ))}
        </nav>
        <Button kind="quiet" square aria-label={t('close')} onClick={onClose}>
          <Icon of={X} size="1.25rem" />
        </Button>
      </div>
      <div className={styles.content}>{children}</div>
    </dialog>
  )
}
