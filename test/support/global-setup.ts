/** Once per run of the server's tests: the workers as plain JavaScript. */
import { bundle } from '#test/support/bundle.ts'

export default async function setup(): Promise<void> {
  await bundle('server/persistence/sqlite-worker.ts')
  await bundle('server/history/document-worker.ts')
}
