/** The way back to the page this one belongs to. */
import ArrowLeft from 'lucide-react/icons/arrow-left'
import { Link } from 'react-router'
import styles from './back-link.module.css'
import { Icon } from './icon.tsx'

export function BackLink({ to, children }: { readonly to: string; readonly children: string }) {
  return (
    <Link to={to} className={styles.back}>
      <Icon of={ArrowLeft} />
      {children}
    </Link>
  )
}
