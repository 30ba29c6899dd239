/** Clocks as sorted, disjoint, half-open ranges: what of one client is known to be deleted. */
export class RangeSet {
  readonly #starts: number[] = []
  readonly #ends: number[] = []

  get size(): number {
    return this.#starts.length
  }

  covers(from: number, to: number): boolean {
    const end = this.#ends[this.#firstEndingAtOrAfter(from + 1)]
    const start = this.#starts[this.#firstEndingAtOrAfter(from + 1)]
    return start !== undefined && end !== undefined && start <= from && to <= end
  }

  add(from: number, to: number): void {
    // Ranges that touch the new one become one with it.
    const first = this.#firstEndingAtOrAfter(from)
    let last = first
    let start = from
    let end = to
    while (last < this.#starts.length && (this.#starts[last] as number) <= to) {
      start = Math.min(start, this.#starts[last] as number)
      end = Math.max(end, this.#ends[last] as number)
      last++
    }
    this.#starts.splice(first, last - first, start)
    this.#ends.splice(first, last - first, end)
  }

  *ranges(): Generator<readonly [from: number, to: number]> {
    for (const [index, start] of this.#starts.entries()) yield [start, this.#ends[index] as number]
  }

  #firstEndingAtOrAfter(clock: number): number {
    let low = 0
    let high = this.#ends.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#ends[middle] as number) < clock) low = middle + 1
      else high = middle
    }
    return low
  }
}
