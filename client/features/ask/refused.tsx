/** What the server would not take of a customer's page; all that was written is still there. */
import { useProblemText } from '#client/lib/problem-text.ts'
import type { CommandProblem } from '#client/session/api.ts'
import styles from './ask.module.css'

export function Refused({ problem }: { readonly problem: CommandProblem }) {
  const problemText = useProblemText()
  return (
    <div role="alert" className={styles.problem}>
      <p>{problemText(problem)}</p>
      <ul>
        {problem.faults.map(({ path, message }) => (
          <li key={`${path} ${message}`}>{message}</li>
        ))}
      </ul>
    </div>
  )
}
