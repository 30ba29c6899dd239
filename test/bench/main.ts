/** Benchmarks by name; all of them without one; each loads only what it needs. Run by `scripts/bench.mjs`, which builds client and server first. */
const benches: Readonly<Record<string, () => Promise<void>>> = {
  sync: async () => (await import('#test/bench/sync-bench.ts')).benchSync(),
  roadmap: async () => (await import('#test/bench/roadmap-bench.ts')).benchRoadmap(),
  call: async () => (await import('#test/bench/call-bench.ts')).benchCall(),
  exports: async () => (await import('#test/bench/exports-bench.ts')).benchExports(),
}
/** What a benchmark runs in a process of its own. */
const parts: typeof benches = {
  'sync-server': async () => (await import('#test/bench/sync-servers.ts')).serveSync(),
}

const [asked] = process.argv.slice(2)
const names = asked === undefined ? Object.keys(benches) : [asked]
for (const name of names) {
  const bench = benches[name] ?? parts[name]
  if (!bench) throw new Error(`There is no benchmark ${name}; there are: ${Object.keys(benches).join(', ')}.`)
  await bench()
}

export {}
