/**
 * Own changes that the server has not confirmed, by the message that carries each. One message may carry many:
 * the first after the line is back carries all. Nothing leaves the list before its acknowledgement [P1].
 */
interface Change {
  readonly mark: string
  /** Number of the message on this connection; null while none has carried it. */
  message: number | null
  /** True when this device holds it, so that closing the page loses nothing. */
  isKept: boolean
}

export class UnsavedChanges {
  #changes: Change[] = []

  add(mark: string, isKept: boolean): void {
    this.#changes.push({ mark, message: null, isKept })
  }

  kept(marks: readonly string[]): void {
    const known = new Set(marks)
    for (const change of this.#changes) if (known.has(change.mark)) change.isKept = true
  }

  /** Message `number` of this connection carries everything no earlier one did. */
  sent(number: number): void {
    for (const change of this.#changes) change.message ??= number
  }

  /** The first `number` messages are in storage; answers the marks of what they carried. */
  acknowledged(number: number): string[] {
    const isSaved = ({ message }: Change) => message !== null && message <= number
    const saved = this.#changes.filter(isSaved)
    this.#changes = this.#changes.filter((change) => !isSaved(change))
    return saved.map(({ mark }) => mark)
  }

  /** Numbers of messages are worth nothing on the next connection. */
  lineLost(): void {
    for (const change of this.#changes) change.message = null
  }

  get count(): number {
    return this.#changes.length
  }

  /** True when leaving the page would lose something. */
  get hasUnkept(): boolean {
    return this.#changes.some(({ isKept }) => !isKept)
  }
}
