/** The figures of one drawing as rows: the table that stands for it and the lines for the clipboard are made of the same. */
import { asLines } from '#client/lib/as-lines.ts'
import styles from '#client/ui/figures-table.module.css'

export interface FigureRows {
  readonly caption: string
  readonly head: readonly string[]
  /** The first cell names the row. */
  readonly rows: readonly (readonly (string | number)[])[]
}

export function FigureTable({ of: { caption, head, rows } }: { readonly of: FigureRows }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: on a phone it scrolls, and keys must reach it
    <section className={styles.scroll} tabIndex={0} aria-label={caption}>
      <table className={styles.table}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {head.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, ...cells], row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two stages may have one name
            <tr key={row}>
              <th scope="row">{name}</th>
              {cells.map((cell, column) => (
                <td key={head[column + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** For the clipboard, with what the figures rest on in the last line. */
export const numbersOf = ({ head, rows }: FigureRows, sample: string): string =>
  asLines([head, ...rows, [sample]])
