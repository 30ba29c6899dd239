/** Shows what `toast-store.ts` holds. Once a page; announced politely. */
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import Undo2 from 'lucide-react/icons/undo-2'
import { Icon } from './icon.tsx'
import { dropToast, type Toast, useToasts } from './toast-store.ts'
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
    <div className={styles.toast}>
      {kind === 'undo' && <Icon of={Undo2} size="1.25rem" />}
      {kind === 'problem' && <Icon of={TriangleAlert} size="1.25rem" />}
      {kind === 'good' && <i className={styles.dot} />}
      <span>{text}</span>
      {action && (
        <button
          type="button"
          className={styles.action}
          onClick={() => {
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
