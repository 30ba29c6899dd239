/** What several customers said, each with how many, opening to their words where some are kept to it. */
import type { ResultView } from '#shared/report/result-view.ts'
import { Opening } from './place.tsx'
import { Quotes } from './quotes.tsx'
import styles from './result.module.css'
import rows from './rows.module.css'

export function FindingsPart({ view: { findings } }: { readonly view: ResultView }) {
  return (
    <div className={rows.rows}>
      {findings.map((finding, index) => {
        const line = (
          <>
            <span className={rows.title}>{finding.text}</span>
            <span className={finding.customers > 0 ? styles.truth : styles.guess}>{finding.words}</span>
          </>
        )
        return finding.quotes.length === 0 ? (
          <div key={finding.text} className={rows.plainRow}>
            {line}
          </div>
        ) : (
          <Opening key={finding.text} name={`finding-${index}`} summary={line}>
            <Quotes quotes={finding.quotes} />
          </Opening>
        )
      })}
    </div>
  )
}
