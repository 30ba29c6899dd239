/**
 * A world of peers that edit one board through a hub: edits, late and repeated delivery, lost lines, restarts.
 * It is played from plain numbers alone, so that a failure can be saved as a file and replayed.
 */
import * as Y from 'yjs'
import { boardCollections, boardSingles } from '#shared/board/schema.ts'
import type { EditContext } from '#shared/document/edit.ts'
import { checkPlaces, edit, OWN, show, writeJunk } from '#test/simulation/board-steps.ts'

export interface Step {
  readonly do: 'edit' | 'up' | 'down' | 'again' | 'drop' | 'join' | 'restart' | 'undo' | 'junk'
  readonly peer: number
  readonly a: number
  readonly b: number
  readonly c: number
}

export interface World {
  readonly peers: number
  /** In a reliable world nobody ever drops or restarts: coming back would heal what was lost. */
  readonly reliable: boolean
  readonly steps: readonly Step[]
}

const REMOTE = Symbol('remote')

interface Peer {
  readonly index: number
  doc: Y.Doc
  undo: Y.UndoManager
  generation: number
  joined: boolean
  /** Own updates on their way to the hub. */
  out: Uint8Array[]
  /** Updates of others on their way here. */
  incoming: Uint8Array[]
  context: EditContext
}

/** Plays the world, checks after each step what must always hold, and answers what every peer shows at the end. */
export function play({ peers: count, reliable, steps }: World): unknown[] {
  const hub: Hub = { updates: [] }
  const peers = Array.from({ length: count }, (_, index) => newPeer(index))
  for (const step of steps) {
    const peer = peers[step.peer % count]
    if (peer && !(reliable && ['drop', 'restart'].includes(step.do))) take(step, peer, peers, hub)
  }
  if (!reliable) for (const peer of peers) join(peer, hub, peers)
  for (const peer of peers) sendUp(peer, peer.out.length, peers, hub)
  for (const peer of peers) receive(peer, peer.incoming.length)
  return peers.map(({ doc }) => show(doc))
}

function newPeer(index: number): Peer {
  let made = 0
  const context = {
    newId: () => `${(index * 7 + made * 13) % 50}-${index}-${made++}`,
    now: () => made,
    seatId: `seat${index}`,
  }
  const peer: Peer = { index, ...open(index, 0), generation: 0, joined: true, out: [], incoming: [], context }
  listen(peer)
  return peer
}

function open(index: number, generation: number) {
  const doc = new Y.Doc()
  doc.clientID = 1000 * (index + 1) + generation
  const roots = [...Object.keys(boardCollections), ...Object.keys(boardSingles)].map((name) =>
    doc.getMap(name),
  )
  return { doc, undo: new Y.UndoManager(roots, { trackedOrigins: new Set([OWN]), captureTimeout: 0 }) }
}

function listen(peer: Peer): void {
  peer.doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== REMOTE && peer.joined) peer.out.push(update)
  })
}

interface Hub {
  readonly updates: Uint8Array[]
}

function take({ do: what, a, b, c }: Step, peer: Peer, peers: readonly Peer[], hub: Hub): void {
  const acts: Record<Step['do'], () => void> = {
    edit: () => edit(peer.doc, peer.context, a, b, c),
    up: () => sendUp(peer, a + 1, peers, hub),
    down: () => receive(peer, a + 1),
    again: () => receiveAgain(peer, hub.updates[a % Math.max(1, hub.updates.length)]),
    drop: () => Object.assign(peer, { joined: false, out: [], incoming: [] }),
    join: () => join(peer, hub, peers),
    restart: () => restart(peer),
    undo: () => (a % 2 ? peer.undo.redo() : peer.undo.undo()),
    junk: () => writeJunk(peer.doc, a, b),
  }
  acts[what]()
  checkPlaces(peer.doc)
}

function receiveAgain(peer: Peer, update: Uint8Array | undefined): void {
  if (update) Y.applyUpdate(peer.doc, update, REMOTE)
}

function sendUp(peer: Peer, count: number, peers: readonly Peer[], hub: Hub): void {
  for (const update of peer.out.splice(0, count)) publish(update, peer, peers, hub)
}

function publish(update: Uint8Array, from: Peer, peers: readonly Peer[], hub: Hub): void {
  hub.updates.push(update)
  for (const other of peers) if (other !== from && other.joined) other.incoming.push(update)
}

function receive(peer: Peer, count: number): void {
  for (const update of peer.incoming.splice(0, count)) Y.applyUpdate(peer.doc, update, REMOTE)
}

/** Back on the line: both sides give what the other has not, by state vector. */
function join(peer: Peer, hub: Hub, peers: readonly Peer[]): void {
  if (peer.joined) return
  peer.joined = true
  const known = hub.updates.length > 0 ? Y.mergeUpdates(hub.updates) : Y.encodeStateAsUpdate(new Y.Doc())
  const missing = Y.encodeStateAsUpdate(peer.doc, Y.encodeStateVectorFromUpdate(known))
  Y.applyUpdate(peer.doc, known, REMOTE)
  publish(missing, peer, peers, hub)
}

/** Closed and opened again from the copy on the device, off the line. */
function restart(peer: Peer): void {
  const copy = Y.encodeStateAsUpdate(peer.doc)
  peer.undo.destroy()
  peer.doc.destroy()
  peer.generation++
  Object.assign(peer, open(peer.index, peer.generation), { joined: false, out: [], incoming: [] })
  Y.applyUpdate(peer.doc, copy, REMOTE)
  listen(peer)
}
