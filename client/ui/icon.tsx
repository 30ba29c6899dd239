/** A line icon beside a word, or alone in a button that has a label. Icons are imported one by one. */
import type { LucideIcon } from 'lucide-react'

export function Icon({
  of: Drawing,
  size = '1.125rem',
}: {
  readonly of: LucideIcon
  readonly size?: string
}) {
  return <Drawing style={{ width: size, height: size, flex: 'none' }} strokeWidth={1.75} aria-hidden="true" />
}
