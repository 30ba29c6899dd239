/** Bars in pencil, for what we noted ourselves: a name, a bar, a number, and what lies behind it. */
import { Opens } from '#client/features/map/card-list.tsx'
import type { RoadMap } from '#client/features/map/use-map.ts'
import styles from './map.module.css'

export interface Bar {
  readonly key: string
  readonly name: string
  readonly count: number
  /** After the number. */
  readonly note?: string
  readonly ids: readonly string[]
}

export function Bars({ map, of }: { readonly map: RoadMap; readonly of: readonly Bar[] }) {
  const most = Math.max(1, ...of.map(({ count }) => count))
  return (
    <ul className={styles.rows}>
      {of.map(({ key, name, count, note, ids }) => (
        <li key={key}>
          <Opens map={map} ids={ids} className={styles.barRow}>
            <span className={styles.name} dir="auto">
              {name}
            </span>
            <span className={styles.track}>
              {count > 0 && (
                <i
                  className={styles.pencilBar}
                  style={{ width: `${(100 * count) / most}%` }}
                  aria-hidden="true"
                />
              )}
            </span>
            <span>
              <b>{count}</b> {note && <small>{note}</small>}
            </span>
          </Opens>
        </li>
      ))}
    </ul>
  )
}
