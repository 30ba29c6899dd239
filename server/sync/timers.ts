/** Time as the rooms need it, passed in so that a test can move it. `now` never jumps; it is not the time of day. */
export interface Timers {
  /** Milliseconds since some moment. */
  now(): number
  /** Runs at the end of this turn of the event loop. */
  soon(run: () => void): void
  /** Runs once after `ms`; the answer cancels it. */
  after(ms: number, run: () => void): () => void
}

export const systemTimers: Timers = {
  now: () => performance.now(),
  soon: (run) => void setImmediate(run),
  after: (ms, run) => {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  },
}
