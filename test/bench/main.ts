/** Benchmarks by name; all of them without one. Run by `scripts/bench.mjs`, which builds client and server first. */
import { benchRoadmap } from '#test/bench/roadmap-bench.ts'

const benches: Readonly<Record<string, () => Promise<void>>> = { roadmap: benchRoadmap }

const [asked] = process.argv.slice(2)
const names = asked === undefined ? Object.keys(benches) : [asked]
for (const name of names) {
  const bench = benches[name]
  if (!bench) throw new Error(`There is no benchmark ${name}; there are: ${Object.keys(benches).join(', ')}.`)
  await bench()
}
