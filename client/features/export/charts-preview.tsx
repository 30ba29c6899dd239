/** The pictures as the zip will have them, drawn from the same data. */
import { type Drawing, svgOf } from '#shared/charts/drawing.ts'
import styles from './export.module.css'

export function ChartsPreview({ charts }: { readonly charts: readonly Drawing[] }) {
  return charts.map((chart) => (
    <img
      key={chart.name}
      className={styles.chart}
      alt={`${chart.title}. ${chart.says}`}
      src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgOf(chart))}`}
    />
  ))
}
