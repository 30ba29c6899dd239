/** TypeScript that must run outside of vitest, in a worker thread or a process of its own, as one plain file. */
import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { build } from 'vite'

const root = join(import.meta.dirname, '../..')
/** Where the server, run from source, looks for its workers; scripts beside them find them too. */
const folder = join(root, 'node_modules/.cache/workers')

/** Builds `entry` (a path in the repository) and answers where it lies. */
export async function bundle(entry: string): Promise<string> {
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'package.json'), '{"type":"module"}\n')
  const outDir = await mkdtemp(join(folder, 'building-'))
  const name = `${basename(entry, '.ts')}.js`
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    publicDir: false,
    build: {
      ssr: true,
      outDir,
      minify: false,
      target: 'node20',
      rolldownOptions: { input: join(root, entry), output: { entryFileNames: name, codeSplitting: false } },
    },
  })
  // Several runs may build at once: each replaces the file as a whole.
  for (const file of await readdir(outDir)) await rename(join(outDir, file), join(folder, file))
  await rm(outDir, { recursive: true })
  return join(folder, name)
}
