/** Shows what `toast-store.ts` holds. Once a page; announced politely. */
import Megaphone from 'lucide-react/icons/megaphone'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import Undo2 from 'lucide-react/icons/undo-2'
import { Icon } from './icon.tsx'
import { dropToast, holdToasts, type Toast, useToasts } from './toast-store.ts'
import styles from './toasts.module.css'

export function Toasts() {
  const toasts = useToasts((state) => state.toasts)
  return (
    <div className={styles.stack} role="status" aria-live="polite">
      {toasts.map((toast) => (
        <ToastLine key={toast.id} toast={toast} />
      ))}
    </div>
  )
}

function ToastLine({ toast }: { readonly toast: Toast }) {
  const { id, text, kind, action } = toast
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only notices that its button is about to be pressed
    <div
      className={styles.toast}
      onPointerEnter={() => holdToasts(true)}
      onPointerLeave={() => holdToasts(false)}
      onFocus={() => holdToasts(true)}
      onBlur={() => holdToasts(false)}
    >
      {kind === 'called' && <Icon of={Megaphone} size="1.25rem" />}
      {kind === 'undo' && <Icon of={Undo2} size="1.25rem" />}
      {kind === 'problem' && <Icon of={TriangleAlert} size="1.25rem" />}
      {kind === 'good' && <i className={styles.dot} />}
      <span>{text}</span>
      {action && (
        <button
          type="button"
          className={styles.action}
          onClick={() => {
            holdToasts(false)
            dropToast(id)
            action.run()
          }}
        >
          {action.label}
        </button>
      )}
    </div>
  )
}
