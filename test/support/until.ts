/** Waits for a condition instead of for a while; fails when it does not come true in time. */
const LONGEST_MS = 15_000

export async function until(holds: () => boolean | Promise<boolean>, what = 'the condition'): Promise<void> {
  for (const giveUp = Date.now() + LONGEST_MS; Date.now() < giveUp; ) {
    if (await holds()) return
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  throw new Error(`Waited in vain for ${what}.`)
}
